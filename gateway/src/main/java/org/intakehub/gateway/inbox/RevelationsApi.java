package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Revelations;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows to machines how a case's citizen is reached; the same policy decides as for pages. */
@RestController
@Tag(name = "Cases")
class RevelationsApi {
    private final CaseSheets sheets;
    private final Revelations revelations;

    RevelationsApi(CaseSheets sheets, Revelations revelations) {
        this.sheets = sheets;
        this.revelations = revelations;
    }

    /**
     * What is shown.
     *
     * @param until from then on it is masked again
     */
    record Revealed(Instant until, CaseSheet.Citizen citizen) {
        @Override
        public String toString() {
            return "Revealed[" + until + "]";
        }
    }

    @PostMapping("/api/v1/cases/{id}/revelations")
    @Operation(
            summary = "Shows the citizen's telephone numbers, e-mail address and identity number",
            description =
                    "Everywhere else they are masked. For half an hour the caller sees the whole case, its originals and"
                            + " proofs; the case's history keeps who looked, never what he saw. 404 for a case, or a citizen, that"
                            + " the caller may not see, and for a unit that has nothing to do in it any more.")
    Revealed reveal(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        var access = CaseAccess.of(account);
        if (!sheets.mayReveal(access, id)) {
            throw CaseController.notFound();
        }
        var until = revelations.reveal(id, account.username());
        var sheet = sheets.find(access, id).orElseThrow(CaseController::notFound);
        return new Revealed(until, sheet.citizen());
    }
}
