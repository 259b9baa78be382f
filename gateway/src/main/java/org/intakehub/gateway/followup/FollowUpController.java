package org.intakehub.gateway.followup;

import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of those who are to be asked, with the form for the telephone. */
@Controller
class FollowUpController {
    private static final int SIZE = 20;

    private final FollowUps followUps;
    private final FollowUpDesk desk;

    FollowUpController(FollowUps followUps, FollowUpDesk desk) {
        this.followUps = followUps;
        this.desk = desk;
    }

    /**
     * What a form holds, each its own part of it.
     *
     * @param text what came of a call, what the citizen said, or the reason of a ruling
     */
    record Form(
            int revision,
            @Nullable String text,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable Integer satisfaction,
            @Nullable Boolean justified,
            @Nullable Integer days) {
        String words() {
            return text == null ? "" : text;
        }

        Survey survey() {
            return new Survey(
                    Boolean.TRUE.equals(contacted),
                    Boolean.TRUE.equals(solved),
                    satisfaction == null ? 0 : satisfaction,
                    words());
        }

        @Override
        public String toString() {
            return "Form[" + revision + "]";
        }
    }

    @GetMapping("/follow-ups")
    String list(@RequestParam(defaultValue = "0") long after, @AuthenticationPrincipal Account account, Model model) {
        var found = followUps.waiting(account, after, SIZE + 1);
        var rows = found.size() > SIZE ? found.subList(0, SIZE) : found;
        model.addAttribute("rows", rows);
        model.addAttribute(
                "next", found.size() > SIZE ? Long.valueOf(rows.get(SIZE - 1).seq()) : null);
        model.addAttribute("mayRule", account.is(Role.DISPATCHER, Role.ADMIN));
        return "follow-ups";
    }

    @PostMapping("/follow-ups/{id}/{what}")
    String take(
            @PathVariable UUID id,
            @PathVariable String what,
            Form form,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var actor = new Actor(account.username(), account.displayName());
        try {
            switch (what) {
                case "attempt" -> desk.attempt(id, form.revision(), form.words(), actor);
                case "survey" -> desk.byTelephone(id, form.revision(), form.survey(), actor);
                case "ruling" ->
                    desk.rule(
                            id,
                            form.revision(),
                            Boolean.TRUE.equals(form.justified()),
                            form.days() == null ? 0 : form.days(),
                            form.words(),
                            actor);
                default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/follow-ups";
    }
}
