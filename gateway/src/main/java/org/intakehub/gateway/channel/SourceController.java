package org.intakehub.gateway.channel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.source.SourceEvents;
import org.intakehub.gateway.source.Switches;
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

/** The pages of the sources: all of them, and one with what can be done about it. */
@Controller
class SourceController {
    private static final int EVENTS = 20;

    private final ChannelBoard board;
    private final Switches switches;
    private final SourceCursors cursors;
    private final SourceEvents events;
    private final Reconciliations reconciliations;
    private final ChannelTests tests;

    SourceController(
            ChannelBoard board,
            Switches switches,
            SourceCursors cursors,
            SourceEvents events,
            Reconciliations reconciliations,
            ChannelTests tests) {
        this.board = board;
        this.switches = switches;
        this.cursors = cursors;
        this.events = events;
        this.reconciliations = reconciliations;
        this.tests = tests;
    }

    @GetMapping("/sources")
    String sources(Model model) {
        model.addAttribute("sources", board.list());
        model.addAttribute("unused", board.unused());
        return "sources";
    }

    @GetMapping("/sources/{name}")
    String source(
            @PathVariable String name,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<String> did,
            Model model) {
        var source = board.find(name).orElseThrow(SourceController::notFound);
        var found = events.list(name, before, EVENTS + 1);
        model.addAttribute("source", source);
        addTest(name, model);
        model.addAttribute("reconciliations", reconciliations.latest(name));
        model.addAttribute("cursor", cursors.of(name).orElse(null));
        model.addAttribute("events", found.size() > EVENTS ? found.subList(0, EVENTS) : found);
        model.addAttribute(
                "older", found.size() > EVENTS ? List.of(found.get(EVENTS - 1).id()) : List.of());
        model.addAttribute(
                "did", did.filter(word -> word.matches("[a-z-]{1,30}")).orElse(null));
        return "source";
    }

    /** The latest test message, for a page that waits for its next station. */
    @GetMapping("/sources/{name}/test")
    String test(@PathVariable String name, Model model) {
        model.addAttribute("source", board.find(name).orElseThrow(SourceController::notFound));
        addTest(name, model);
        return "parts-source :: test";
    }

    private void addTest(String name, Model model) {
        tests.latest(name).ifPresent(test -> {
            var stations = tests.stations(test.id());
            model.addAttribute("test", test);
            model.addAttribute("stations", stations);
            model.addAttribute("over", tests.isOver(stations));
        });
    }

    @PostMapping("/sources/{name}/pause")
    String pause(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var done = switches.pause(running(name), brief(why), account.username());
        return back(name, done ? "paused" : "unchanged", next);
    }

    @PostMapping("/sources/{name}/resume")
    String resume(@PathVariable String name, @AuthenticationPrincipal Account account, RedirectAttributes next) {
        var done = switches.resume(running(name), "", account.username());
        return back(name, done ? "resumed" : "unchanged", next);
    }

    @PostMapping("/sources/{name}/cursor")
    String cursor(
            @PathVariable String name,
            @RequestParam String before,
            @RequestParam String value,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        if (!cursors.has(name)) {
            throw notFound();
        }
        // A form's text comes with line ends of its own.
        var result = cursors.set(name, plain(before), plain(value), account.username());
        return back(name, "cursor-" + result.name().toLowerCase(Locale.ROOT).replace('_', '-'), next);
    }

    private static String plain(String formText) {
        return formText.replace("\r\n", "\n");
    }

    static String brief(String why) {
        return why.length() > 200 ? why.substring(0, 200) : why;
    }

    private String running(String name) {
        return board.find(name)
                .filter(source -> source.state() != ListedSource.State.OFF)
                .map(ListedSource::name)
                .orElseThrow(SourceController::notFound);
    }

    private static String back(String name, String did, RedirectAttributes next) {
        next.addAttribute("did", did);
        return "redirect:/sources/" + name;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
