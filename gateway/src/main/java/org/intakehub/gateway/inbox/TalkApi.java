package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Notes;
import org.intakehub.gateway.desk.SharedDrafts;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notes and drafts of a case for machines; who may see the citizen may see them. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "Cases")
class TalkApi {
    private final Outbound outbound;
    private final SharedDrafts drafts;
    private final Notes notes;

    TalkApi(Outbound outbound, SharedDrafts drafts, Notes notes) {
        this.outbound = outbound;
        this.drafts = drafts;
        this.notes = notes;
    }

    /** @param text up to two thousand characters; {@code @name} mentions a colleague */
    record Wish(String text) {
        @Override
        public String toString() {
            return "Wish[" + text.length() + " characters]";
        }
    }

    @GetMapping("/notes")
    @Operation(summary = "What the people at the desk told each other about a case, oldest first")
    List<Notes.Note> notes(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        return notes.of(id);
    }

    @PostMapping("/notes")
    @Operation(summary = "Adds an internal note", description = "No unit and no citizen ever sees it.")
    ResponseEntity<Void> add(@PathVariable UUID id, @RequestBody Wish wish, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        notes.add(id, account.username(), TalkController.checked(Objects.requireNonNullElse(wish.text(), "")));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/drafts")
    @Operation(summary = "Answers that are being written, the latest first")
    List<SharedDrafts.Draft> drafts(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        return drafts.of(id);
    }
}
