package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.answer.AnswerDesk;
import org.intakehub.gateway.answer.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of answers that wait for a second person. */
@Controller
class ReviewsController {
    private static final int SIZE = 20;

    private final AnswerDesk desk;
    private final Drafts drafts;
    private final Outbound outbound;

    ReviewsController(AnswerDesk desk, Drafts drafts, Outbound outbound) {
        this.desk = desk;
        this.drafts = drafts;
        this.outbound = outbound;
    }

    @GetMapping("/reviews")
    String list(@RequestParam(defaultValue = "0") long after, @AuthenticationPrincipal Account account, Model model) {
        var page = Page.of(drafts.waiting(account, after, SIZE + 1), SIZE, draft -> Long.toString(draft.seq()));
        model.addAttribute("page", page);
        model.addAttribute("login", account.username());
        return "reviews";
    }

    @PostMapping("/reviews/{caseId}/{draft}")
    String review(
            @PathVariable UUID caseId,
            @PathVariable UUID draft,
            @RequestParam int revision,
            @RequestParam boolean approved,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable String reason,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        outbound.check(account, caseId);
        var actor = new Actor(account.username(), account.displayName());
        try {
            if (approved) {
                desk.approve(caseId, draft, revision, Outbound.finished(text == null ? "" : text), actor);
            } else {
                desk.sendBack(caseId, draft, revision, reason == null ? "" : reason, actor);
            }
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/reviews";
    }
}
