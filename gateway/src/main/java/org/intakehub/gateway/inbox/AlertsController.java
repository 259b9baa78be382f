package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.alert.Alerts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of alerts, and the banner that every page of a dispatcher shows while one waits. */
@Controller
class AlertsController {
    private static final int SIZE = 50;
    private static final int SHOWN = 3;

    private final Alerts alerts;

    AlertsController(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/alerts")
    String page(@RequestParam @Nullable String after, Model model) {
        var found = alerts.list(Places.after(after).orElse(Long.MAX_VALUE), SIZE + 1);
        model.addAttribute("page", Page.of(found, SIZE, alert -> Long.toString(alert.seq())));
        return "alerts";
    }

    @GetMapping("/alerts/banner")
    String banner(Model model) {
        model.addAttribute("waiting", alerts.waiting(SHOWN));
        model.addAttribute("count", alerts.waitingCount());
        return "alerts :: banner";
    }

    /** Somebody may have been faster, and then the page says who. */
    @PostMapping("/alerts/{id}/acknowledged")
    String acknowledged(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        alerts.acknowledge(id, account.username());
        return "redirect:/alerts";
    }
}
