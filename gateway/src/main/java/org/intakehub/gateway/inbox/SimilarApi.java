package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.similar.Merging;
import org.intakehub.gateway.similar.Suggestions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases of one matter, for machines. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "Cases")
class SimilarApi {
    private final SimilarSheets sheets;
    private final Merging merging;
    private final Suggestions suggestions;

    SimilarApi(SimilarSheets sheets, Merging merging, Suggestions suggestions) {
        this.sheets = sheets;
        this.merging = merging;
        this.suggestions = suggestions;
    }

    @GetMapping("/similar")
    @Operation(summary = "Cases that may be the same matter, with reasons; merged ones; the citizen's earlier ones")
    SimilarSheet similar(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
    }

    /**
     * A wish to merge.
     *
     * @param revision the revision of the case in the address
     */
    record Merge(int revision, UUID other) {}

    /** @param revision the revision of the case in the address */
    record Unmerge(int revision) {}

    record Dismissal(UUID other) {}

    @PostMapping("/merge")
    @Operation(
            summary = "Merges the newer of two cases into the older",
            description =
                    "Nothing is lost, and each citizen keeps deadline and answer. 409 if the case changed since the"
                            + " given revision, or one of the two is over, not classified yet or merged already.")
    ResponseEntity<?> merge(@PathVariable UUID id, @RequestBody Merge wish, @AuthenticationPrincipal Account account) {
        var access = CaseAccess.of(account);
        if (sheets.find(access, wish.other()).isEmpty()) {
            throw CaseController.notFound();
        }
        similar(id, account);
        return told(merging.merge(id, wish.revision(), wish.other(), account.username()));
    }

    @PostMapping("/unmerge")
    @Operation(
            summary = "Takes a merged case out of its main case",
            description =
                    "It goes on in the state that it had. 409 if it changed since the given revision or is not merged.")
    ResponseEntity<?> unmerge(
            @PathVariable UUID id, @RequestBody Unmerge wish, @AuthenticationPrincipal Account account) {
        similar(id, account);
        return told(merging.undo(id, wish.revision(), account.username()));
    }

    @PostMapping("/dismiss")
    @Operation(
            summary = "Says that two cases are not the same matter",
            description = "They are never suggested again. 409 if they are not suggested.")
    ResponseEntity<?> dismiss(
            @PathVariable UUID id, @RequestBody Dismissal wish, @AuthenticationPrincipal Account account) {
        similar(id, account);
        return suggestions.dismiss(id, wish.other(), account.username())
                ? ResponseEntity.noContent().build()
                : conflict("these two are not suggested");
    }

    @PostMapping("/recall")
    @Operation(
            summary = "Takes one's word back that two cases are not the same matter",
            description = "They are suggested again. 409 if it is not the caller's word.")
    ResponseEntity<?> recall(
            @PathVariable UUID id, @RequestBody Dismissal wish, @AuthenticationPrincipal Account account) {
        similar(id, account);
        return suggestions.recall(id, wish.other(), account.username())
                ? ResponseEntity.noContent().build()
                : conflict("these two were not dismissed by the caller");
    }

    private static ResponseEntity<?> told(Merging.Result result) {
        return switch (result) {
            case DONE -> ResponseEntity.noContent().build();
            case STALE -> conflict("the case changed since this revision; read it again");
            case NOT_POSSIBLE -> conflict("one of the cases is over, not classified yet, or merged otherwise");
        };
    }

    private static ResponseEntity<?> conflict(String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail))
                .build();
    }
}
