package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.similar.Merging;
import org.intakehub.gateway.similar.Suggestions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of a case's page that shows what belongs together with it. */
@Controller
@RequestMapping("/cases/{id}")
class SimilarController {
    private final SimilarSheets sheets;
    private final Merging merging;
    private final Suggestions suggestions;

    SimilarController(SimilarSheets sheets, Merging merging, Suggestions suggestions) {
        this.sheets = sheets;
        this.merging = merging;
        this.suggestions = suggestions;
    }

    @GetMapping("/similar")
    String part(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("similar", sheets.find(CaseAccess.of(account), id).orElse(null));
        return "parts-similar :: similar";
    }

    @PostMapping("/merge")
    String merge(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam UUID other,
            @AuthenticationPrincipal Account account,
            Model model) {
        demand(id, account);
        demand(other, account);
        model.addAttribute(
                "similarOutcome",
                merging.merge(id, revision, other, account.username()).name());
        model.addAttribute("similarOther", other);
        return part(id, account, model);
    }

    /** Parts a merged case from its main case; shown again is the page that the person is on. */
    @PostMapping("/unmerge")
    String unmerge(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam UUID page,
            @AuthenticationPrincipal Account account,
            Model model) {
        demand(id, account);
        demand(page, account);
        model.addAttribute(
                "similarOutcome", merging.undo(id, revision, account.username()).name());
        return part(page, account, model);
    }

    @PostMapping("/dismiss")
    String dismiss(
            @PathVariable UUID id, @RequestParam UUID other, @AuthenticationPrincipal Account account, Model model) {
        demand(id, account);
        if (suggestions.dismiss(id, other, account.username())) {
            model.addAttribute("similarDismissed", other);
        }
        return part(id, account, model);
    }

    @PostMapping("/recall")
    String recall(
            @PathVariable UUID id, @RequestParam UUID other, @AuthenticationPrincipal Account account, Model model) {
        demand(id, account);
        suggestions.recall(id, other, account.username());
        return part(id, account, model);
    }

    private void demand(UUID id, Account account) {
        if (sheets.find(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
    }
}
