package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.dispatch.SuggestedUnits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Which units a case may go to and why, for its page and for machines. */
@Controller
@Tag(name = "Cases")
class UnitSuggestionsController {
    private final CaseSheets sheets;
    private final SuggestedUnits units;

    UnitSuggestionsController(CaseSheets sheets, SuggestedUnits units) {
        this.sheets = sheets;
        this.units = units;
    }

    /** @param items at most three, best first */
    record Suggestions(List<SuggestedUnits.Suggested> items) {}

    @GetMapping("/api/v1/cases/{id}/unit-suggestions")
    @ResponseBody
    @Operation(
            summary = "The units that a case should go to, best first, with reasons",
            description =
                    "By the city's table and by what the units have led before; never a unit that the case excludes.")
    Suggestions suggestions(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return new Suggestions(suggested(id, account));
    }

    @GetMapping("/cases/{id}/unit-suggestions")
    String card(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("suggested", suggested(id, account));
        return "parts-suggestions :: card";
    }

    private List<SuggestedUnits.Suggested> suggested(UUID id, Account account) {
        if (sheets.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
        return units.forCase(id);
    }
}
