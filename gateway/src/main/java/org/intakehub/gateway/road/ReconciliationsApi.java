package org.intakehub.gateway.road;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.channel.Reconciliations;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Holding a far end's list against what was taken in, and taking in what is missing, after an outage or a mistake; nothing is doubled. */
@RestController
@RequestMapping("/api/v1/channels/{source}")
@Tag(name = "Channels")
class ReconciliationsApi {
    private static final int GAPS = 200;

    private final Reconciler reconciler;
    private final Reconciliations reconciliations;

    ReconciliationsApi(Reconciler reconciler, Reconciliations reconciliations) {
        this.reconciler = reconciler;
        this.reconciliations = reconciliations;
    }

    /**
     * A span of time.
     *
     * @param from its first moment
     * @param to the first moment behind it
     */
    record Span(Instant from, Instant to) {
        Span {
            if (!from.isBefore(to)) {
                throw new BadParameter("'from' has to lie before 'to'");
            }
        }
    }

    /** @param id of the comparison, which goes on by itself; ask for it to see how far it is */
    record Begun(UUID id) {}

    @PostMapping("/reconciliations")
    @Operation(
            summary = "Holds what the far end lists of a span of time against what was taken in",
            description = "For mailboxes and for polled sources whose far end can be asked again; 404 for others.")
    ResponseEntity<Begun> begin(
            @PathVariable String source, @RequestBody Span span, @AuthenticationPrincipal Account account) {
        return begun(source, span, false, account);
    }

    @PostMapping("/backfill")
    @Operation(
            summary = "Takes in what the far end lists of a span of time and the hub does not have",
            description = "A comparison whose gaps are filled at once.")
    ResponseEntity<Begun> backfill(
            @PathVariable String source, @RequestBody Span span, @AuthenticationPrincipal Account account) {
        return begun(source, span, true, account);
    }

    private ResponseEntity<Begun> begun(String source, Span span, boolean backfill, Account account) {
        if (!reconciler.canList(source)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no source of this name can be asked for a list");
        }
        var id = reconciler.begin(source, span.from(), span.to(), backfill, account.username());
        return ResponseEntity.accepted().body(new Begun(id));
    }

    /** @param items the ten latest ones, newest first */
    record Latest(List<Reconciliations.Listed> items) {}

    @GetMapping("/reconciliations")
    @Operation(summary = "The latest comparisons of a source")
    Latest latest(@PathVariable String source) {
        return new Latest(reconciliations.latest(source));
    }

    /**
     * One comparison with its hours.
     *
     * @param gaps what is or was missing, two hundred at once
     * @param next pass as 'after' for further gaps; none behind the last
     */
    record Sheet(
            Reconciliations.Listed reconciliation,
            List<Reconciliations.Hour> hours,
            List<Reconciliations.Gap> gaps,
            @Nullable Integer next) {}

    @GetMapping("/reconciliations/{id}")
    @Operation(summary = "A comparison: counts by hour, and the ids of what is missing")
    Sheet sheet(@PathVariable String source, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int after) {
        var found = find(source, id);
        var gaps = reconciliations.gaps(id, after, GAPS);
        var next = gaps.size() < GAPS ? null : gaps.get(GAPS - 1).position();
        return new Sheet(found, reconciliations.hours(id), gaps, next);
    }

    @PostMapping("/reconciliations/{id}/backfill")
    @Operation(summary = "Takes in what a comparison found missing", description = "409 while it goes on.")
    ResponseEntity<?> fill(
            @PathVariable String source, @PathVariable UUID id, @AuthenticationPrincipal Account account) {
        var found = find(source, id);
        if (found.finishedAt() == null) {
            return ResponseEntity.of(
                            ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "the comparison still goes on"))
                    .build();
        }
        reconciler.backfill(source, found, account.username());
        return ResponseEntity.accepted().body(new Begun(id));
    }

    private Reconciliations.Listed find(String source, UUID id) {
        return reconciliations.find(source, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
