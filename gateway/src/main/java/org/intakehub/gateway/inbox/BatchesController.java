package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Ground;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.batch.Batches;
import org.intakehub.gateway.batch.Wish;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with the cases that are ticked in the list, and how far it has come. */
@Controller
class BatchesController {
    private final BatchStart start;
    private final Batches batches;

    BatchesController(BatchStart start, Batches batches) {
        this.start = start;
        this.batches = batches;
    }

    /** @param chosen ids of cases, each with a dot and the revision that the list showed */
    @PostMapping("/batches")
    String begin(
            @RequestParam Wish.Kind kind,
            @RequestParam(name = "case", required = false) @Nullable List<String> chosen,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Ground ground,
            @RequestParam(required = false) @Nullable String words,
            @AuthenticationPrincipal Account account) {
        var cases = chosen == null
                ? List.<Batches.Chosen>of()
                : chosen.stream().map(BatchesController::chosen).toList();
        var id = start.begin(
                account, () -> BatchStart.wish(kind, category, ground, words), cases, account.displayName());
        return "redirect:/batches/" + id;
    }

    private static Batches.Chosen chosen(String value) {
        var dot = value.indexOf('.');
        try {
            return new Batches.Chosen(
                    UUID.fromString(value.substring(0, Math.max(dot, 0))), Integer.parseInt(value.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw new BadParameter("'case' is an id, a dot and a revision");
        }
    }

    /** @param part {@code progress} for the part that a page asks for again and again */
    @GetMapping("/batches/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String part,
            @AuthenticationPrincipal Account account,
            Model model) {
        model.addAttribute("batch", batches.find(id, account.username()).orElseThrow(CaseController::notFound));
        return part.equals("progress") ? "batch :: progress" : "batch";
    }

    @PostMapping("/batches/{id}/undo")
    String undo(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        batches.undo(id, account.username());
        return "redirect:/batches/" + id;
    }
}
