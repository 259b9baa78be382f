package org.intakehub.gateway.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.LetterParts;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.filing.Splitting;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One matter per letter: the page on which a letter is split, and the part of a case's page that links its matters. */
@Controller
@RequestMapping("/cases/{id}")
class PartsController {
    private static final int FEWEST = 3;
    private static final int MOST = 10;

    private final PartsSheets sheets;
    private final CaseSheets cases;
    private final Splitting splitting;

    PartsController(PartsSheets sheets, CaseSheets cases, Splitting splitting) {
        this.sheets = sheets;
        this.cases = cases;
        this.splitting = splitting;
    }

    @GetMapping("/parts")
    String part(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("letter", sheets.find(CaseAccess.of(account), id).orElse(null));
        return "parts-split :: parts";
    }

    @GetMapping("/split")
    String page(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        var words = sheets.words(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
        // The words become further cases, so they are not to be masked here, and not to be shown unseen either.
        if (cases.find(CaseAccess.of(account), id)
                .filter(sheet -> sheet.facts().description().equals(words))
                .isEmpty()) {
            throw CaseController.stillMasked();
        }
        return form(id, LetterParts.of(words), account, model);
    }

    private String form(UUID id, List<String> parts, Account account, Model model) {
        var shown = new ArrayList<>(parts);
        do {
            shown.add("");
        } while (shown.size() < FEWEST);
        model.addAttribute("sheet", cases.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound));
        model.addAttribute("parts", shown.subList(0, Math.min(shown.size(), MOST)));
        return "split";
    }

    /** @param more a further field is wanted first */
    @PostMapping("/split")
    String split(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "false") boolean more,
            @AuthenticationPrincipal Account account,
            Model model) {
        demand(id, account);
        // Bound to a list, a single field would be cut at its commas.
        var given = form.getOrDefault("part", List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList();
        if (more) {
            return form(id, given, account, model);
        }
        try {
            var result =
                    splitting.split(id, revision, given, account.username()).result();
            if (result == Splitting.Result.DONE) {
                return "redirect:/cases/" + id;
            }
            model.addAttribute("outcome", result.name());
        } catch (IllegalArgumentException e) {
            model.addAttribute("outcome", "TOO_FEW");
        }
        return form(id, given, account, model);
    }

    @PostMapping("/split/undo")
    String undo(
            @PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal Account account, Model model) {
        demand(id, account);
        model.addAttribute(
                "splitOutcome", splitting.undo(id, revision, account.username()).name());
        return part(id, account, model);
    }

    private void demand(UUID id, Account account) {
        if (sheets.find(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
    }
}
