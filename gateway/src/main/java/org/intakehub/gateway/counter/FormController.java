package org.intakehub.gateway.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.classification.AppealType;
import org.intakehub.gateway.source.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The city's forms, for everybody and without a login. */
@Controller
class FormController {
    private final Counter counter;
    private final Challenges challenges;
    private final CounterSettings settings;

    FormController(Counter counter, Challenges challenges, CounterSettings settings) {
        this.counter = counter;
        this.challenges = challenges;
        this.settings = settings;
    }

    /** A form on the first page. */
    record Door(String source, String desk) {}

    @GetMapping("/public")
    String begin(Model model) {
        model.addAttribute(
                "forms",
                counter.forms().stream()
                        .map(source -> new Door(source.id().value(), desk(source)))
                        .toList());
        return "counter";
    }

    @GetMapping("/public/{source}/new")
    String blank(@PathVariable("source") String name, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return form(source(name), Typed.NOTHING, null, model);
    }

    @PostMapping("/public/{source}/new")
    String send(
            @PathVariable("source") String name,
            @ModelAttribute FormParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var source = source(name);
        var answer = counter.take(source, parameters.sent(request.getRemoteAddr()));
        if (answer instanceof Counter.Answer.Taken taken) {
            return "redirect:/public/receipts/" + taken.receiptId();
        }
        var wrong = (Counter.Answer.Wrong) answer;
        response.setStatus(wrong.why().status());
        response.setHeader("Cache-Control", "no-store");
        return form(source, parameters.typed(), wrong, model);
    }

    private String form(Source source, Typed typed, Counter.Answer.@Nullable Wrong wrong, Model model) {
        model.addAttribute("source", source.id().value());
        model.addAttribute("desk", desk(source));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("types", AppealType.values());
        model.addAttribute("challenge", challenges.handOut());
        model.addAttribute("settings", settings);
        return "counter-form";
    }

    private Source source(String name) {
        return counter.source(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String desk(Source source) {
        return source.as(FormAdapter.class).orElseThrow().desk();
    }
}
