package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Optional;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.filing.Replay;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 隔离区: what became no case, why, and what reading it again would change. */
@Controller
class QuarantineController {
    private static final int SIZE = 50;
    private static final int MOST_AT_ONCE = 200;

    private final RawMessages raws;
    private final Replay replay;

    QuarantineController(RawMessages raws, Replay replay) {
        this.raws = raws;
        this.replay = replay;
    }

    @GetMapping("/quarantine")
    String list(@RequestParam(defaultValue = "") String state, @RequestParam @Nullable String after, Model model) {
        model.addAttribute("page", raws.list(state, Places.after(after), SIZE));
        model.addAttribute("state", state);
        return "quarantine";
    }

    @GetMapping("/quarantine/{receipt}")
    String one(@PathVariable String receipt, Model model) {
        model.addAttribute("raw", raws.find(receipt).orElseThrow(CaseController::notFound));
        model.addAttribute("bytes", "/quarantine/" + receipt + "/bytes");
        return "raw";
    }

    @GetMapping("/quarantine/{receipt}/bytes")
    ResponseEntity<byte[]> bytes(@PathVariable String receipt) {
        return Download.of(receipt + ".bin", raws.bytes(receipt).orElseThrow(CaseController::notFound));
    }

    /** The dry run: shows what a replay of the chosen messages would change, and changes nothing. */
    @PostMapping("/quarantine/compare")
    String compare(@RequestParam(required = false) List<String> receipt, Model model) {
        var reports = chosen(receipt).stream()
                .map(replay::dryRun)
                .flatMap(Optional::stream)
                .toList();
        model.addAttribute("reports", reports);
        return "compare";
    }

    @PostMapping("/quarantine/replay")
    String replay(
            @RequestParam(required = false) List<String> receipt,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var reports = chosen(receipt).stream()
                .map(one -> replay.apply(one, account.username()))
                .flatMap(Optional::stream)
                .toList();
        next.addAttribute("did", "quarantine.replayed");
        next.addAttribute(
                "count",
                reports.stream().filter(report -> report.problem().isEmpty()).count());
        return "redirect:/quarantine";
    }

    @PostMapping("/quarantine/discard")
    String discard(
            @RequestParam(required = false) List<String> receipt,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        next.addAttribute("did", "quarantine.discarded");
        next.addAttribute(
                "count",
                chosen(receipt).stream()
                        .filter(one -> replay.discard(one, account.username()))
                        .count());
        return "redirect:/quarantine";
    }

    private static List<String> chosen(@Nullable List<String> receipts) {
        if (receipts != null && receipts.size() > MOST_AT_ONCE) {
            throw new BadParameter("at most " + MOST_AT_ONCE + " messages at once");
        }
        return receipts == null ? List.of() : List.copyOf(receipts);
    }
}
