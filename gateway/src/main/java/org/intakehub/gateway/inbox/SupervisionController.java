package org.intakehub.gateway.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.supervision.Meetings;
import org.intakehub.gateway.supervision.SiteVisits;
import org.intakehub.gateway.supervision.SupervisionBoard;
import org.intakehub.gateway.supervision.SupervisionBoard.Mark;
import org.intakehub.gateway.supervision.SupervisionDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supervision board, and the part of a case's page from which its units are urged and leaders' instructions go out. */
@Controller
class SupervisionController {
    private static final int SIZE = 50;

    private final SupervisionBoard board;
    private final SupervisionDesk desk;
    private final SupervisedOrders orders;
    private final Meetings meetings;
    private final SiteVisits visits;
    private final CaseSheets cases;
    private final Supplier<UUID> ids;

    SupervisionController(
            SupervisionBoard board,
            SupervisionDesk desk,
            SupervisedOrders orders,
            Meetings meetings,
            SiteVisits visits,
            CaseSheets cases,
            Supplier<UUID> ids) {
        this.board = board;
        this.desk = desk;
        this.orders = orders;
        this.meetings = meetings;
        this.visits = visits;
        this.cases = cases;
        this.ids = ids;
    }

    @GetMapping("/supervision")
    String board(
            @RequestParam(defaultValue = "OVERDUE") Mark mark,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Account account,
            Model model) {
        model.addAttribute("mark", mark.name());
        model.addAttribute("unit", unit);
        model.addAttribute("marks", Mark.values());
        model.addAttribute("units", board.units());
        model.addAttribute("page", orders.page(CaseAccess.of(account), mark, unit, after, SIZE));
        model.addAttribute("key", ids.get());
        return "supervision";
    }

    /**
     * What a form of urging holds.
     *
     * @param key the page's own number, which with the work order makes the form's
     * @param mark where the board stood
     * @param unit where the board stood
     */
    record Urge(
            UUID key,
            UUID order,
            @Nullable String reason,
            @Nullable Mark mark,
            @Nullable String unit) {
        String why() {
            return reason == null ? "" : reason;
        }

        UUID id() {
            return UUID.nameUUIDFromBytes((key + " " + order).getBytes(StandardCharsets.UTF_8));
        }
    }

    @PostMapping("/supervision/urged")
    String urge(Urge form, @AuthenticationPrincipal Account account, RedirectAttributes next) {
        take(form, account, next);
        next.addAttribute("mark", form.mark() == null ? Mark.OVERDUE : form.mark());
        next.addAttribute("unit", form.unit() == null ? "" : form.unit());
        return "redirect:/supervision";
    }

    private void take(Urge form, Account account, RedirectAttributes next) {
        try {
            desk.urge(form.id(), form.order(), form.why(), actor(account));
            next.addFlashAttribute("urged", true);
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
    }

    @GetMapping("/cases/{id}/supervision")
    String ofCase(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        demand(id, account);
        model.addAttribute("caseId", id);
        model.addAttribute("open", orders.open(id));
        model.addAttribute("urgings", desk.urgings(id));
        model.addAttribute("instructions", desk.instructions(id));
        model.addAttribute("meetings", meetings.of(id));
        model.addAttribute("visits", visits.of(id));
        model.addAttribute("mayInstruct", account.is(Role.DISPATCHER, Role.ADMIN));
        model.addAttribute("key", ids.get());
        return "parts-supervision :: of-case";
    }

    @PostMapping("/cases/{id}/supervision/urged")
    String urgeOne(
            @PathVariable UUID id, Urge form, @AuthenticationPrincipal Account account, RedirectAttributes next) {
        demand(id, account);
        take(form, account, next);
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/supervision/instructed")
    String instruct(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String leader,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        demand(id, account);
        try {
            desk.instruct(key, id, leader, text, actor(account));
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/cases/" + id;
    }

    private void demand(UUID id, Account account) {
        if (cases.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
    }

    private static Actor actor(Account account) {
        return new Actor(account.username(), account.displayName());
    }
}
