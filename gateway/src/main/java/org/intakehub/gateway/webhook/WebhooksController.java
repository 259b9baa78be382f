package org.intakehub.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the units' webhooks: all of them, and one with its events, its attempts and what can be done. */
@Controller
class WebhooksController {
    private static final int SIZE = 30;

    private final EndpointBoard board;
    private final DeliveryList deliveries;
    private final Endpoints endpoints;
    private final Resending resending;

    WebhooksController(EndpointBoard board, DeliveryList deliveries, Endpoints endpoints, Resending resending) {
        this.board = board;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.resending = resending;
    }

    @GetMapping("/webhooks")
    String list(Model model) {
        model.addAttribute("endpoints", board.list());
        return "webhooks";
    }

    @GetMapping("/webhooks/{unit}")
    String one(
            @PathVariable String unit,
            @RequestParam Optional<DeliveryList.State> state,
            @RequestParam Optional<Long> before,
            Model model) {
        var found = deliveries.list(unit, state, before, SIZE + 1);
        var rows = found.size() > SIZE ? found.subList(0, SIZE) : found;
        model.addAttribute("endpoint", board.find(unit).orElseThrow(WebhooksApi::notFound));
        model.addAttribute("deliveries", rows);
        model.addAttribute("states", List.of(DeliveryList.State.values()));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute(
                "older", found.size() > SIZE ? Long.valueOf(rows.get(SIZE - 1).seq()) : null);
        model.addAttribute("events", board.events(unit));
        return "webhook";
    }

    @PostMapping("/webhooks/{unit}/{what}")
    String change(
            @PathVariable String unit,
            @PathVariable String what,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var endpoint = board.find(unit).orElseThrow(WebhooksApi::notFound);
        next.addFlashAttribute("did", what);
        next.addFlashAttribute("count", done(endpoint.unit(), what, account.username()));
        return "redirect:/webhooks/" + endpoint.unit();
    }

    private int done(String unit, String what, String actor) {
        return switch (what) {
            case "enable" -> endpoints.enable(unit, actor) ? 1 : 0;
            case "disable" -> endpoints.disable(unit, actor) ? 1 : 0;
            case "again" -> resending.failed(unit, Instant.EPOCH, actor);
            default -> throw WebhooksApi.notFound();
        };
    }

    @PostMapping("/webhooks/{unit}/deliveries/{id}/again")
    String again(
            @PathVariable String unit,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        var endpoint = board.find(unit).orElseThrow(WebhooksApi::notFound);
        next.addFlashAttribute("did", "again");
        next.addFlashAttribute("count", resending.one(endpoint.unit(), id, account.username()) ? 1 : 0);
        return "redirect:/webhooks/" + endpoint.unit();
    }
}
