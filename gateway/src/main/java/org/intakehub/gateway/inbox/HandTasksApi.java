package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.reply.HandTasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers that a person has to post, for machines that remind people. */
@RestController
@Tag(name = "Cases")
class HandTasksApi {
    private final HandTasks tasks;

    HandTasksApi(HandTasks tasks) {
        this.tasks = tasks;
    }

    /** @param items the two hundred that wait longest */
    record Waiting(List<HandTasks.Task> items) {}

    @GetMapping("/api/v1/hand-tasks")
    @Operation(summary = "Answers that a person has to bring to the citizen, the oldest first")
    Waiting waiting() {
        return new Waiting(tasks.waiting());
    }

    @PostMapping("/api/v1/cases/{id}/replies/{reply}/posted")
    @Operation(
            summary = "Says that a person has brought the answer to the citizen",
            description = "409 if it does not wait for that.")
    ResponseEntity<?> posted(
            @PathVariable UUID id, @PathVariable UUID reply, @AuthenticationPrincipal Account account) {
        return tasks.posted(id, reply, account.username())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "no such answer of this case waits for a person"))
                        .build();
    }
}
