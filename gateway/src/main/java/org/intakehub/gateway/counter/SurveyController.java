package org.intakehub.gateway.counter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.answer.SurveyLinks;
import org.intakehub.gateway.followup.FollowUp;
import org.intakehub.gateway.followup.FollowUpDesk;
import org.intakehub.gateway.followup.FollowUps;
import org.intakehub.gateway.followup.Survey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a citizen says, by the link of his answer and once, whether his matter is solved; the page tells nothing of him or it. */
@Controller
class SurveyController {
    private final SurveyLinks links;
    private final FollowUps followUps;
    private final FollowUpDesk desk;

    SurveyController(SurveyLinks links, FollowUps followUps, FollowUpDesk desk) {
        this.links = links;
        this.followUps = followUps;
        this.desk = desk;
    }

    @GetMapping("/public/survey/{token}")
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, open(token).isPresent() ? "ask" : "over", model, response);
    }

    @PostMapping("/public/survey/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean contacted,
            @RequestParam(defaultValue = "false") boolean solved,
            @RequestParam(defaultValue = "0") int satisfaction,
            @RequestParam @Nullable String words,
            Model model,
            HttpServletResponse response) {
        var one = open(token);
        if (one.isEmpty()) {
            return page(token, "over", model, response);
        }
        try {
            desk.byLink(one.get().id(), new Survey(contacted, solved, satisfaction, words == null ? "" : words));
            return page(token, "thanks", model, response);
        } catch (ImpossibleStep refused) {
            return page(token, "again", model, response);
        }
    }

    private Optional<FollowUp> open(String token) {
        return links.answer(token).flatMap(followUps::find).filter(FollowUp::isOpen);
    }

    private static String page(String token, String what, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (what.equals("over")) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (what.equals("again")) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("token", token);
        model.addAttribute("what", what);
        return "counter-survey";
    }
}
