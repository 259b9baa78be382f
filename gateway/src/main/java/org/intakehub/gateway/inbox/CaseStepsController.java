package org.intakehub.gateway.inbox;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.life.CaseDesk;
import org.intakehub.gateway.life.RulingDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps that the centre takes on a case's page; a refused one comes back with its reason. */
@Controller
class CaseStepsController {
    private final CaseSheets sheets;
    private final CaseDesk desk;
    private final RulingDesk rulings;

    CaseStepsController(CaseSheets sheets, CaseDesk desk, RulingDesk rulings) {
        this.sheets = sheets;
        this.desk = desk;
        this.rulings = rulings;
    }

    /**
     * What a form holds, each its own part of it.
     *
     * @param text a reason, an answer, or the right way
     * @param to an authority, or the unit that gets a returned work order
     */
    record Form(
            int revision,
            @Nullable String text,
            @Nullable String to,
            @Nullable Ground ground,
            @Nullable ReworkReason why,
            @Nullable Integer days,
            @Nullable UUID request,
            @Nullable Boolean approved) {
        String words() {
            return text == null ? "" : text;
        }

        String goal() {
            return to == null ? "" : to;
        }
    }

    @PostMapping("/cases/{id}/steps/{step}")
    String step(
            @PathVariable UUID id,
            @PathVariable String step,
            Form form,
            @AuthenticationPrincipal Account account,
            RedirectAttributes after) {
        if (sheets.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
        try {
            take(id, step, form, new Actor(account.username(), account.displayName()));
        } catch (ImpossibleStep refused) {
            after.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/cases/" + id;
    }

    private void take(UUID id, String step, Form form, Actor actor) {
        switch (step) {
            case "answer" -> desk.answerDirectly(id, form.revision(), form.words(), actor);
            case "transfer" -> desk.transfer(id, form.revision(), form.goal(), form.words(), actor);
            case "not-accept" -> desk.notAccept(id, form.revision(), ground(form), form.words(), actor);
            case "rework" -> desk.rework(id, form.revision(), why(form), form.words(), days(form), actor);
            case "reopen" -> desk.reopen(id, form.revision(), form.words(), actor);
            case "close" -> desk.close(id, form.revision(), form.words(), actor);
            case "rule" -> rulings.rule(id, request(form), form.revision(), ruling(form), actor);
            default -> throw CaseController.notFound();
        }
    }

    private static Ground ground(Form form) {
        return Optional.ofNullable(form.ground()).orElseThrow(CaseController::notFound);
    }

    private static ReworkReason why(Form form) {
        return Optional.ofNullable(form.why()).orElseThrow(CaseController::notFound);
    }

    private static int days(Form form) {
        return form.days() == null ? 0 : form.days();
    }

    private static UUID request(Form form) {
        return Optional.ofNullable(form.request()).orElseThrow(CaseController::notFound);
    }

    private static RulingDesk.Ruling ruling(Form form) {
        return new RulingDesk.Ruling(
                Boolean.TRUE.equals(form.approved()),
                form.words(),
                Optional.of(form.goal()).filter(unit -> !unit.isEmpty()));
    }
}
