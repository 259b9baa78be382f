package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.deadletter.DeadLetterOffice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Dead letters and refusals: what an integrator looks at besides the quarantine. */
@Controller
class TroubleController {
    private static final int SIZE = 50;

    private final DeadLetterList deadLetters;
    private final DeadLetterOffice office;
    private final RefusalList refusals;

    TroubleController(DeadLetterList deadLetters, DeadLetterOffice office, RefusalList refusals) {
        this.deadLetters = deadLetters;
        this.office = office;
        this.refusals = refusals;
    }

    @GetMapping("/dead-letters")
    String deadLetters(
            @RequestParam(defaultValue = "WAITING") String state, @RequestParam @Nullable String after, Model model) {
        model.addAttribute("page", deadLetters.list(state, Places.after(after), SIZE));
        model.addAttribute("state", state);
        model.addAttribute("queues", deadLetters.queues());
        return "dead-letters";
    }

    @PostMapping("/dead-letters/replay")
    String replay(
            @RequestParam(required = false) List<UUID> id,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var done = Optional.ofNullable(id).orElse(List.of()).stream()
                .filter(one -> office.replay(one, account.username()))
                .count();
        return told(next, "dead.replayed", done);
    }

    @PostMapping("/dead-letters/replay-queue")
    String replayQueue(@RequestParam String queue, @AuthenticationPrincipal Account account, RedirectAttributes next) {
        return told(next, "dead.replayed", office.replayAll(queue, account.username()));
    }

    @PostMapping("/dead-letters/discard")
    String discard(
            @RequestParam(required = false) List<UUID> id,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var done = Optional.ofNullable(id).orElse(List.of()).stream()
                .filter(one -> office.discard(one, account.username()))
                .count();
        return told(next, "dead.discarded", done);
    }

    private static String told(RedirectAttributes next, String what, long count) {
        next.addAttribute("did", what);
        next.addAttribute("count", count);
        return "redirect:/dead-letters";
    }

    @GetMapping("/refusals")
    String refusals(@RequestParam(defaultValue = "") String source, @RequestParam @Nullable String after, Model model) {
        model.addAttribute("page", refusals.list(source, Places.after(after), SIZE));
        model.addAttribute("source", source);
        return "refusals";
    }
}
