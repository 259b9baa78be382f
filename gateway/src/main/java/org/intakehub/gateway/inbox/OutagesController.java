package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.outage.OutageDesk;
import org.intakehub.gateway.outage.Outages;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of outages, and the pieces of them that other pages show. */
@Controller
class OutagesController {
    private static final int SIZE = 30;

    private final Outages outages;
    private final OutageDesk desk;
    private final OutageForms forms;
    private final CaseSheets cases;
    private final Supplier<UUID> ids;

    OutagesController(Outages outages, OutageDesk desk, OutageForms forms, CaseSheets cases, Supplier<UUID> ids) {
        this.outages = outages;
        this.desk = desk;
        this.forms = forms;
        this.cases = cases;
        this.ids = ids;
    }

    @GetMapping("/outages")
    String list(
            @RequestParam(defaultValue = "CURRENT") Outages.View view,
            @RequestParam @Nullable String after,
            Model model) {
        var found = outages.list(view, Places.after(after).orElse(Long.MAX_VALUE), SIZE + 1);
        model.addAttribute("view", view.name());
        model.addAttribute("page", Page.of(found, SIZE, one -> Long.toString(one.seq())));
        model.addAttribute("kinds", OutageKind.values());
        model.addAttribute("key", ids.get());
        return "outages";
    }

    @PostMapping("/outages")
    String register(OutageForms.Form form, @AuthenticationPrincipal Account account, Model model) {
        try {
            var wish = forms.registration(form);
            desk.register(wish, actor(account));
            return "redirect:/outages/" + wish.id();
        } catch (ImpossibleStep refused) {
            model.addAttribute("form", form);
            return list(Outages.View.CURRENT, null, model);
        }
    }

    @GetMapping("/outages/{id}")
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute("outage", outages.find(id).orElseThrow(CaseController::notFound));
        model.addAttribute("cases", outages.cases(id));
        model.addAttribute("events", outages.events(id));
        return "outage";
    }

    @PostMapping("/outages/{id}/{step:postponed|ended|linked|unlinked}")
    String step(
            @PathVariable UUID id,
            @PathVariable String step,
            OutageForms.Step form,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var actor = actor(account);
        try {
            switch (step) {
                case "postponed" -> desk.postpone(id, form.revision(), forms.end(form), form.words(), actor);
                case "ended" -> desk.end(id, form.revision(), actor);
                case "linked" -> desk.link(id, forms.caseId(form), actor);
                default -> desk.unlink(id, forms.caseId(form), actor);
            }
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/outages/" + id;
    }

    /** Outages that last longer than expected, above every page of the desk until somebody ends or postpones them. */
    @GetMapping("/outages/banner")
    String banner(Model model) {
        model.addAttribute("overrun", outages.overrun());
        return "parts-outage :: banner";
    }

    /** For the operator, who tells a caller at once. */
    @GetMapping("/outages/now")
    String now(Model model) {
        model.addAttribute("outages", outages.list(Outages.View.CURRENT, Long.MAX_VALUE, SIZE));
        return "parts-outage :: now";
    }

    @GetMapping("/cases/{id}/outages")
    String ofCase(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        var visible = cases.mark(CaseAccess.of(account), id).isPresent();
        model.addAttribute("found", visible ? outages.of(id) : List.of());
        return "parts-outage :: of-case";
    }

    private static Actor actor(Account account) {
        return new Actor(account.username(), account.displayName());
    }
}
