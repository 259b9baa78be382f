package org.intakehub.gateway.inbox;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.KeptFrom;
import org.intakehub.gateway.clock.ClockSheets;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.life.OrderSheet;
import org.intakehub.gateway.life.OrderSheets;
import org.intakehub.gateway.life.RequestDesk;
import org.intakehub.gateway.supervision.SupervisionDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The portal of a unit: what it has to do, and a form for each step that is possible. */
@Controller
class PortalController {
    private static final int ROWS = 50;

    private final OrderSheets sheets;
    private final CaseSheets cases;
    private final ClockSheets clocks;
    private final OrderDesk desk;
    private final RequestDesk requests;
    private final SupervisionDesk supervision;
    private final KeptFrom kept;

    PortalController(
            OrderSheets sheets,
            CaseSheets cases,
            ClockSheets clocks,
            OrderDesk desk,
            RequestDesk requests,
            SupervisionDesk supervision,
            KeptFrom kept) {
        this.sheets = sheets;
        this.cases = cases;
        this.clocks = clocks;
        this.desk = desk;
        this.requests = requests;
        this.supervision = supervision;
        this.kept = kept;
    }

    @GetMapping("/portal")
    String list(@RequestParam @Nullable String after, @AuthenticationPrincipal Account account, Model model) {
        var unit = account.ownUnit().orElseThrow(CaseController::notFound);
        var cover = Veils.cover(CaseAccess.of(account));
        var found = sheets.open(unit, account.username(), Places.after(after).orElse(0L), ROWS + 1, cover);
        var page = Page.of(found, ROWS, order -> Long.toString(sheets.seq(order.id())));
        model.addAttribute("orders", page.rows());
        model.addAttribute("next", page.next().orElse(null));
        model.addAttribute("unit", unit);
        return "portal";
    }

    @GetMapping("/portal/{id}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        var order = own(id, account);
        model.addAttribute("order", order);
        model.addAttribute(
                "sheet", cases.find(CaseAccess.of(account), order.caseId()).orElseThrow(CaseController::notFound));
        model.addAttribute("clocks", clocks.of(order.caseId()));
        model.addAttribute("outcomes", OrderDesk.Outcome.values());
        model.addAttribute(
                "urgings",
                supervision.urgings(order.caseId()).stream()
                        .filter(urging -> urging.orderId().equals(id))
                        .toList());
        model.addAttribute("instructions", supervision.instructions(order.caseId()));
        return "order";
    }

    /**
     * What a form of the portal holds, each its own part of it.
     *
     * @param text a reason, or what came of a contact
     */
    record Form(
            int revision,
            @Nullable String text,
            @Nullable Boolean reached,
            @Nullable Integer days,
            OrderDesk.@Nullable Outcome outcome,
            @Nullable String facts,
            @Nullable String answer) {
        String words() {
            return text == null ? "" : text;
        }
    }

    @PostMapping("/portal/{id}/{step}")
    String step(
            @PathVariable UUID id,
            @PathVariable String step,
            Form form,
            @AuthenticationPrincipal Account account,
            Model model) {
        own(id, account);
        try {
            take(id, step, form, new Actor(account.username(), account.displayName()));
            return "redirect:/portal/" + id;
        } catch (ImpossibleStep refused) {
            model.addAttribute("obstacle", refused.obstacle().name());
            return one(id, account, model);
        }
    }

    private void take(UUID id, String step, Form form, Actor actor) {
        switch (step) {
            case "sign" -> desk.sign(id, form.revision(), actor);
            case "contact" ->
                desk.contact(id, form.revision(), Boolean.TRUE.equals(form.reached()), form.words(), actor);
            case "depart" -> desk.depart(id, form.revision(), actor);
            case "arrive" -> desk.arrive(id, form.revision(), Optional.empty(), actor);
            case "return" -> requests.askReturn(id, form.revision(), form.words(), actor);
            case "extension" ->
                requests.askExtension(id, form.revision(), form.days() == null ? 0 : form.days(), form.words(), actor);
            case "suspension" -> requests.askSuspension(id, form.revision(), form.words(), actor);
            case "resume" -> requests.resume(id, form.revision(), actor);
            case "result" -> desk.submit(id, form.revision(), result(form), actor);
            default -> throw CaseController.notFound();
        }
    }

    private static OrderDesk.Result result(Form form) {
        return new OrderDesk.Result(
                form.outcome() == null ? OrderDesk.Outcome.SOLVED : form.outcome(),
                form.facts() == null ? "" : form.facts(),
                form.answer() == null ? "" : form.answer());
    }

    private OrderSheet own(UUID id, Account account) {
        return sheets.find(id, Veils.cover(CaseAccess.of(account)))
                .filter(order -> account.ownUnit().filter(order.unit()::equals).isPresent()
                        && !kept.cases(account).contains(order.caseId()))
                .orElseThrow(CaseController::notFound);
    }
}
