package org.intakehub.gateway.channel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.source.SourceEvents;
import org.intakehub.gateway.source.Switches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sources for machines: how each stands, pausing it, and how far it was read. */
@RestController
@RequestMapping("/api/v1/channels")
@Tag(
        name = "Channels",
        description = "How the configured sources fare, and what can be done about them; for integrators")
class ChannelsApi {
    private static final int EVENTS = 50;

    private final ChannelBoard board;
    private final Switches switches;
    private final SourceCursors cursors;
    private final SourceEvents events;

    ChannelsApi(ChannelBoard board, Switches switches, SourceCursors cursors, SourceEvents events) {
        this.board = board;
        this.switches = switches;
        this.cursors = cursors;
        this.events = events;
    }

    /** @param unused channels that could be switched on by giving a source settings */
    record Board(List<ListedSource> sources, List<String> unused) {}

    @GetMapping
    @Operation(summary = "The configured sources: state, health, the day's counts, and the channels that none speaks")
    Board channels() {
        return new Board(board.list(), board.unused());
    }

    @GetMapping("/{source}")
    @Operation(summary = "One source")
    ListedSource channel(@PathVariable String source) {
        return board.find(source).orElseThrow(SourceController::notFound);
    }

    /** @param why for the trail of events */
    record Change(@Nullable String why) {
        String reason() {
            return why == null ? "" : SourceController.brief(why);
        }
    }

    @PostMapping("/{source}/pause")
    @Operation(
            summary = "Pauses a source on every node",
            description =
                    "A call is answered 503 with Retry-After, a mailbox or polled far end is not asked and keeps its"
                            + " cursor. 409 if it is paused already.")
    ResponseEntity<?> pause(
            @PathVariable String source, @RequestBody Change change, @AuthenticationPrincipal Account account) {
        return switches.pause(running(source), change.reason(), account.username())
                ? ResponseEntity.noContent().build()
                : conflict("the source is paused already");
    }

    @PostMapping("/{source}/resume")
    @Operation(summary = "Ends the pause of a source", description = "409 if it is not paused.")
    ResponseEntity<?> resume(
            @PathVariable String source, @RequestBody Change change, @AuthenticationPrincipal Account account) {
        return switches.resume(running(source), change.reason(), account.username())
                ? ResponseEntity.noContent().build()
                : conflict("the source is not paused");
    }

    @GetMapping("/{source}/cursor")
    @Operation(summary = "How far a source was read, in its adapter's notation; 404 if nothing was read yet")
    SourceCursors.Saved cursor(@PathVariable String source) {
        return cursors.of(source).orElseThrow(SourceController::notFound);
    }

    /**
     * A cursor to be set.
     *
     * @param before the cursor as it was seen; empty if there was none
     * @param value empty: from the start
     */
    record NewCursor(String before, String value) {}

    @PutMapping("/{source}/cursor")
    @Operation(
            summary = "Sets how far a source was read",
            description =
                    "Only while the source is paused. 409 if it is not, if a round is under way, or if the cursor is not"
                            + " 'before' any more.")
    ResponseEntity<?> setCursor(
            @PathVariable String source, @RequestBody NewCursor cursor, @AuthenticationPrincipal Account account) {
        if (!cursors.has(source)) {
            throw SourceController.notFound();
        }
        return switch (cursors.set(source, cursor.before(), cursor.value(), account.username())) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_PAUSED -> conflict("pause the source first");
            case STILL_ASKING -> conflict("a round is still under way; please try again in a moment");
            case CHANGED_MEANWHILE -> conflict("the cursor is not 'before' any more");
        };
    }

    /** @param next pass as 'before' for older ones; none on the last page */
    record Trail(List<SourceEvents.Event> items, @Nullable Long next) {}

    @GetMapping("/{source}/events")
    @Operation(summary = "What people did to a source, newest first")
    Trail events(@PathVariable String source, @RequestParam Optional<Long> before) {
        var found = events.list(source, before, EVENTS);
        return new Trail(
                found, found.size() < EVENTS ? null : found.get(EVENTS - 1).id());
    }

    private String running(String name) {
        return board.find(name)
                .filter(source -> source.state() != ListedSource.State.OFF)
                .map(ListedSource::name)
                .orElseThrow(SourceController::notFound);
    }

    private static ResponseEntity<?> conflict(String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail))
                .build();
    }
}
