package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.reply.HandTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers that a person has to post, for machines that remind people. */
@RestController
@Tag(name = "Cases")
class HandTasksApi {
    private final HandTaskList list;
    private final HandTasks tasks;
    private final CaseSheets sheets;

    HandTasksApi(HandTaskList list, HandTasks tasks, CaseSheets sheets) {
        this.list = list;
        this.tasks = tasks;
        this.sheets = sheets;
    }

    @GetMapping("/api/v1/hand-tasks")
    @Operation(
            summary = "Answers that a person has to bring to the citizen, the oldest first",
            description = "Where the caller may not see the citizen, what names him is covered.")
    Listing<HandTaskList.Listed> waiting(
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        var page = list.list(CaseAccess.of(account), Optional.ofNullable(after).map(Keyset::parse), Places.size(size));
        var next = page.next().map(cursor -> "/api/v1/hand-tasks?after=" + cursor + "&size=" + size);
        return new Listing<>(page.rows(), next.orElse(null));
    }

    @PostMapping("/api/v1/cases/{id}/replies/{reply}/posted")
    @Operation(
            summary = "Says that a person has brought the answer to the citizen",
            description = "409 if it does not wait for that.")
    ResponseEntity<?> posted(
            @PathVariable UUID id, @PathVariable UUID reply, @AuthenticationPrincipal Account account) {
        if (sheets.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
        return tasks.posted(id, reply, account.username())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "no such answer of this case waits for a person"))
                        .build();
    }
}
