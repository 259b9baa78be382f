package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Takings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Taking a case and giving it back, for machines; the same policy decides as for pages. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "Cases")
class TakingApi {
    private final CaseSheets sheets;
    private final Takings takings;

    TakingApi(CaseSheets sheets, Takings takings) {
        this.sheets = sheets;
        this.takings = takings;
    }

    @PostMapping("/take")
    @Operation(
            summary = "Takes a case, so that others leave it alone",
            description =
                    "409 if somebody else has it by now. A case that nobody works on for half an hour is everybody's"
                            + " again.")
    ResponseEntity<?> take(
            @PathVariable UUID id,
            @Parameter(description = "Whose it was as far as the caller knows") @RequestParam(defaultValue = "")
                    String from,
            @AuthenticationPrincipal Account account) {
        demand(id, account);
        return takings.take(id, Optional.of(from).filter(name -> !name.isEmpty()), account.username())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(
                                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "somebody else has this case"))
                        .build();
    }

    @PostMapping("/give-back")
    @Operation(summary = "Gives a case that the caller took back to all")
    ResponseEntity<Void> giveBack(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        demand(id, account);
        takings.giveBack(id, account.username());
        return ResponseEntity.noContent().build();
    }

    private void demand(UUID id, Account account) {
        var access = CaseAccess.of(account);
        if (!access.mayTriage() || sheets.mark(access, id).isEmpty()) {
            throw CaseController.notFound();
        }
    }
}
