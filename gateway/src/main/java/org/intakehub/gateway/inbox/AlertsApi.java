package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.alert.Alerts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Threats for machines that wake people. */
@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "Alerts", description = "Threats that citizens utter, and who has acknowledged them")
class AlertsApi {
    private final Alerts alerts;

    AlertsApi(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping
    @Operation(summary = "Alerts, newest first, acknowledged or not")
    Listing<Alerts.Alert> list(
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        List<Alerts.Alert> found = alerts.list(Places.after(after).orElse(Long.MAX_VALUE), Places.size(size) + 1);
        var page = Page.of(found, size, alert -> Long.toString(alert.seq()));
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> "/api/v1/alerts?after=" + next + "&size=" + size)
                        .orElse(null));
    }

    @PostMapping("/{id}/acknowledged")
    @Operation(
            summary = "Says that a person knows of the threat and acts",
            description = "409 if there is no such alert, or somebody acknowledged it before.")
    ResponseEntity<?> acknowledged(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return alerts.acknowledge(id, account.username())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "no such alert waits for a person"))
                        .build();
    }
}
