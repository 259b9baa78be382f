package org.intakehub.gateway.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
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
import org.springframework.web.server.ResponseStatusException;

/** The units' webhooks for machines; a unit sees and re-sends its own. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "Events on their way to the units' own endpoints, with every attempt; re-sending")
class WebhooksApi {
    static final int MOST = 200;

    private final EndpointBoard board;
    private final DeliveryList deliveries;
    private final Endpoints endpoints;
    private final Resending resending;

    WebhooksApi(EndpointBoard board, DeliveryList deliveries, Endpoints endpoints, Resending resending) {
        this.board = board;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.resending = resending;
    }

    /** @param next address of the next page; absent on the last one */
    record Page(List<DeliveryList.Listed> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** How many events are sent again. */
    record Again(int events) {}

    @GetMapping
    @Operation(summary = "The endpoints that are set up, and how each fares")
    List<ListedEndpoint> list(@AuthenticationPrincipal Account account) {
        return board.list().stream().filter(one -> maySee(account, one.unit())).toList();
    }

    @GetMapping("/{unit}/deliveries")
    @Operation(summary = "A unit's events and every attempt at handing them over, newest first")
    Page deliveries(
            @PathVariable String unit,
            @RequestParam Optional<DeliveryList.State> state,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        check(unit, account);
        var limit = Math.max(1, Math.min(MOST, size));
        var found = deliveries.list(unit, state, before, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var rows = found.subList(0, limit);
        var next = "/api/v1/webhooks/" + unit + "/deliveries?size=" + limit + "&before="
                + rows.get(limit - 1).seq()
                + state.map(one -> "&state=" + one).orElse("");
        return new Page(rows, next);
    }

    @PostMapping("/{unit}/deliveries/{id}/again")
    @Operation(summary = "Sends an event again under the id that it had", description = "409 if it waits anyway.")
    ResponseEntity<?> again(
            @PathVariable String unit, @PathVariable UUID id, @AuthenticationPrincipal Account account) {
        check(unit, account);
        return resending.one(unit, id, account.username())
                ? ResponseEntity.accepted().build()
                : conflict("no such event of this unit, or it waits anyway");
    }

    @PostMapping("/{unit}/deliveries/again")
    @Operation(summary = "Sends all events again that ran out of their attempts, made since a time")
    Again allAgain(
            @PathVariable String unit,
            @RequestParam Optional<Instant> since,
            @AuthenticationPrincipal Account account) {
        check(unit, account);
        return new Again(resending.failed(unit, since.orElse(Instant.EPOCH), account.username()));
    }

    @PostMapping("/{unit}/disable")
    @Operation(summary = "Stops calling an endpoint; its events wait", description = "409 if it is disabled already.")
    ResponseEntity<?> disable(@PathVariable String unit, @AuthenticationPrincipal Account account) {
        check(unit, account);
        return endpoints.disable(unit, account.username())
                ? ResponseEntity.noContent().build()
                : conflict("the endpoint is disabled already");
    }

    @PostMapping("/{unit}/enable")
    @Operation(summary = "Calls an endpoint again, with all that waited", description = "409 if it is not disabled.")
    ResponseEntity<?> enable(@PathVariable String unit, @AuthenticationPrincipal Account account) {
        check(unit, account);
        return endpoints.enable(unit, account.username())
                ? ResponseEntity.noContent().build()
                : conflict("the endpoint is not disabled");
    }

    private void check(String unit, Account account) {
        if (!maySee(account, unit) || board.find(unit).isEmpty()) {
            throw notFound();
        }
    }

    static boolean maySee(Account account, String unit) {
        return account.ownUnit().map(unit::equals).orElse(true);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<?> conflict(String why) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why))
                .build();
    }
}
