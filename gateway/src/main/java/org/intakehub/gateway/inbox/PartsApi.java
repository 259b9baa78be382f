package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.filing.Splitting;
import org.intakehub.gateway.web.BadParameter;
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

/** One matter per letter, for machines. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "Cases")
class PartsApi {
    private final PartsSheets sheets;
    private final Splitting splitting;

    PartsApi(PartsSheets sheets, Splitting splitting) {
        this.sheets = sheets;
        this.splitting = splitting;
    }

    @GetMapping("/parts")
    @Operation(summary = "The matters of one letter: what this case was split into, or out of")
    PartsSheet parts(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
    }

    /**
     * A wish to split.
     *
     * @param revision the revision of the case in the address
     * @param parts the matters in their order; the first stays with the case
     */
    record Split(int revision, List<String> parts) {
        @Override
        public String toString() {
            return "Split[" + parts.size() + " parts]";
        }
    }

    /** @param revision the revision of the case in the address */
    record Undo(int revision) {}

    /** @param cases those that were opened, in the order of the parts */
    record Opened(List<UUID> cases) {}

    @PostMapping("/split")
    @Operation(
            summary = "Splits a letter with several matters",
            description =
                    "Each further matter gets a case, a deadline and an answer of its own; the letter stays whole in its"
                            + " case. 409 if the case changed since the given revision, is over, or has no letter.")
    ResponseEntity<?> split(@PathVariable UUID id, @RequestBody Split wish, @AuthenticationPrincipal Account account) {
        parts(id, account);
        try {
            var split = splitting.split(id, wish.revision(), wish.parts(), account.username());
            return split.result() == Splitting.Result.DONE
                    ? ResponseEntity.ok(new Opened(split.cases()))
                    : conflict(split.result());
        } catch (IllegalArgumentException e) {
            throw new BadParameter(String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/split/undo")
    @Operation(
            summary = "Puts the parts that were split off last back into the letter's case",
            description =
                    "They are merged into it. 409 if the case changed since the given revision, was not split, or a"
                            + " part of it is over already.")
    ResponseEntity<?> undo(@PathVariable UUID id, @RequestBody Undo wish, @AuthenticationPrincipal Account account) {
        parts(id, account);
        var result = splitting.undo(id, wish.revision(), account.username());
        return result == Splitting.Result.DONE ? ResponseEntity.noContent().build() : conflict(result);
    }

    private static ResponseEntity<?> conflict(Splitting.Result result) {
        var detail = result == Splitting.Result.STALE
                ? "the case changed since this revision; read it again"
                : "the case is over, has no letter, was not split, or a part of it is over";
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail))
                .build();
    }
}
