package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.clock.ClockSheet;
import org.intakehub.gateway.clock.ClockSheets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of a case for machines. */
@RestController
@Tag(name = "Clocks", description = "Time limits of cases and work orders")
class ClocksApi {
    private final CaseSheets sheets;
    private final ClockSheets clocks;

    ClocksApi(CaseSheets sheets, ClockSheets clocks) {
        this.sheets = sheets;
        this.clocks = clocks;
    }

    @GetMapping("/api/v1/cases/{id}/clocks")
    @Operation(
            summary = "A case's clocks, each with the explanation of its deadline, day by day",
            description = "A clock without 'dueAt' needs the holidays of a year whose calendar is missing.")
    List<ClockSheet> clocks(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        if (sheets.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
        return clocks.of(id);
    }
}
