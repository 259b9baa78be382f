package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.filing.Replay;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.source.Sources;
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
    private final Sources sources;
    private final HubSettings settings;

    QuarantineController(RawMessages raws, Replay replay, Sources sources, HubSettings settings) {
        this.raws = raws;
        this.replay = replay;
        this.sources = sources;
        this.settings = settings;
    }

    @GetMapping("/quarantine")
    String list(@RequestParam(defaultValue = "") String state, @RequestParam @Nullable String after, Model model) {
        model.addAttribute("page", raws.list(state, Places.after(after), SIZE));
        model.addAttribute("state", state);
        model.addAttribute("sources", sources.running());
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

    /** The dry run for what a source sent in a span of time, in the city's time. */
    @PostMapping("/quarantine/compare-span")
    String compareSpan(
            @RequestParam String source,
            @RequestParam LocalDateTime from,
            @RequestParam LocalDateTime to,
            Model model) {
        var span = new Span(source, from, to);
        model.addAttribute("reports", replay.dryRange(source, instant(from), instant(to), MOST_AT_ONCE));
        model.addAttribute("span", span);
        return "compare";
    }

    /** @param from in the city's time, {@code to} exclusive */
    record Span(String source, LocalDateTime from, LocalDateTime to) {}

    @PostMapping("/quarantine/replay-span")
    String replaySpan(
            @RequestParam String source,
            @RequestParam LocalDateTime from,
            @RequestParam LocalDateTime to,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var reports = replay.range(source, instant(from), instant(to), true, account.username());
        next.addAttribute("did", "quarantine.replayed");
        next.addAttribute("count", reports.size());
        return "redirect:/quarantine";
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(settings.zone()).toInstant();
    }

    /** What was parked as a machine's mail is a citizen's after all. */
    @PostMapping("/quarantine/open")
    String open(@RequestParam String receipt, @AuthenticationPrincipal Account account, RedirectAttributes next) {
        next.addAttribute("did", "quarantine.opened");
        next.addAttribute("count", replay.open(receipt, account.username()) ? 1 : 0);
        return "redirect:/quarantine";
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
