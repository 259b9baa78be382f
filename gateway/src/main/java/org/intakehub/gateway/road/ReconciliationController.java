package org.intakehub.gateway.road;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.channel.Reconciliations;
import org.intakehub.gateway.platform.HubSettings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of a comparison of a far end's list with what was taken in; spans are whole days of the city. */
@Controller
class ReconciliationController {
    private static final int GAPS = 100;

    private final Reconciler reconciler;
    private final Reconciliations reconciliations;
    private final ZoneId zone;

    ReconciliationController(Reconciler reconciler, Reconciliations reconciliations, HubSettings settings) {
        this.reconciler = reconciler;
        this.reconciliations = reconciliations;
        this.zone = settings.zone();
    }

    @PostMapping("/sources/{name}/reconciliations")
    String begin(
            @PathVariable String name,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "false") boolean backfill,
            @AuthenticationPrincipal Account account) {
        if (!reconciler.canList(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            var first = day(from);
            var behind = LocalDate.parse(to).plusDays(1).atStartOfDay(zone).toInstant();
            if (first.isBefore(behind)) {
                var id = reconciler.begin(name, first, behind, backfill, account.username());
                return "redirect:/sources/" + name + "/reconciliations/" + id;
            }
        } catch (DateTimeException e) {
            // falls through: no browser sends such a day
        }
        return "redirect:/sources/" + name + "?did=span-wrong";
    }

    private Instant day(String written) {
        return LocalDate.parse(written).atStartOfDay(zone).toInstant();
    }

    @GetMapping("/sources/{name}/reconciliations/{id}")
    String page(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int after,
            Model model) {
        var gaps = reconciliations.gaps(id, after, GAPS);
        model.addAttribute("name", name);
        model.addAttribute("found", find(name, id));
        model.addAttribute("hours", reconciliations.hours(id));
        model.addAttribute("gaps", gaps);
        model.addAttribute(
                "last", gaps.size() < GAPS ? null : gaps.get(GAPS - 1).position());
        return "reconciliation";
    }

    @PostMapping("/sources/{name}/reconciliations/{id}/backfill")
    String fill(@PathVariable String name, @PathVariable UUID id, @AuthenticationPrincipal Account account) {
        var found = find(name, id);
        if (found.finishedAt() != null) {
            reconciler.backfill(name, found, account.username());
        }
        return "redirect:/sources/" + name + "/reconciliations/" + id;
    }

    private Reconciliations.Listed find(String name, UUID id) {
        return reconciliations.find(name, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
