package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.deadletter.DeadLetterOffice;
import org.intakehub.gateway.filing.Replay;
import org.intakehub.gateway.filing.ReplayReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Raw messages, dead letters and refusals for machines. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Operation",
        description = "What came in and became no case, what failed, what was refused; for integrators")
class TroubleApi {
    private final RawMessages raws;
    private final Replay replay;
    private final DeadLetterList deadLetters;
    private final DeadLetterOffice office;
    private final RefusalList refusals;

    TroubleApi(
            RawMessages raws,
            Replay replay,
            DeadLetterList deadLetters,
            DeadLetterOffice office,
            RefusalList refusals) {
        this.raws = raws;
        this.replay = replay;
        this.deadLetters = deadLetters;
        this.office = office;
        this.refusals = refusals;
    }

    @GetMapping("/raw-messages")
    @Operation(
            summary = "Raw messages, newest first",
            description = "Without a state: what waits for a person, quarantined and parked.")
    Listing<RawMessages.Listed> raws(
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var page = raws.list(state, Places.after(after), Places.size(size));
        return listing(page, "/api/v1/raw-messages", Map.of("state", state), size);
    }

    @GetMapping("/raw-messages/{receipt}")
    @Operation(summary = "A raw message with its headers, and its bytes as far as they are text")
    RawMessageSheet raw(@PathVariable String receipt) {
        return raws.find(receipt).orElseThrow(CaseController::notFound);
    }

    @GetMapping("/raw-messages/{receipt}/bytes")
    @Operation(summary = "The bytes exactly as they came")
    ResponseEntity<byte[]> bytes(@PathVariable String receipt) {
        return Download.of(receipt + ".bin", raws.bytes(receipt).orElseThrow(CaseController::notFound));
    }

    @PostMapping("/raw-messages/{receipt}/replay")
    @Operation(
            summary = "Reads a raw message again with today's adapter",
            description = "As a dry run it only tells what would change; for good it files what is new and renews what"
                    + " differs, and doubles no case.")
    ReplayReport replay(
            @PathVariable String receipt,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @AuthenticationPrincipal Account account) {
        var report = dryRun ? replay.dryRun(receipt) : replay.apply(receipt, account.username());
        return report.orElseThrow(CaseController::notFound);
    }

    @PostMapping("/raw-messages/{receipt}/discard")
    @Operation(summary = "Says that nothing comes of a quarantined or parked message; it stays in the archive")
    ResponseEntity<Void> discard(@PathVariable String receipt, @AuthenticationPrincipal Account account) {
        return answered(replay.discard(receipt, account.username()));
    }

    @PostMapping("/raw-messages/{receipt}/open")
    @Operation(
            summary = "Opens a case of a parked message",
            description = "A person says that a citizen wrote it. It is not acknowledged. 404 if it is not parked.")
    ResponseEntity<Void> open(@PathVariable String receipt, @AuthenticationPrincipal Account account) {
        return answered(replay.open(receipt, account.username()));
    }

    /** @param dryRun only tell what would change */
    record Span(String source, Instant from, Instant to, boolean dryRun) {}

    @PostMapping("/raw-messages/replay")
    @Operation(
            summary = "Reads again what a source sent in a span of time",
            description = "Answers with the messages whose reading changes something.")
    List<ReplayReport> replay(@RequestBody Span span, @AuthenticationPrincipal Account account) {
        return replay.range(span.source(), span.from(), span.to(), !span.dryRun(), account.username());
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Dead letters, newest first", description = "state: WAITING, REPLAYED or DISCARDED")
    Listing<DeadLetterList.Listed> deadLetters(
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var page = deadLetters.list(state, Places.after(after), Places.size(size));
        return listing(page, "/api/v1/dead-letters", Map.of("state", state), size);
    }

    @PostMapping("/dead-letters/{id}/replay")
    @Operation(summary = "Sends a dead letter through its stage again")
    ResponseEntity<Void> replayDead(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return answered(office.replay(id, account.username()));
    }

    @PostMapping("/dead-letters/{id}/discard")
    @Operation(summary = "Lays a dead letter aside")
    ResponseEntity<Void> discardDead(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return answered(office.discard(id, account.username()));
    }

    @PostMapping("/dead-letters/replay")
    @Operation(summary = "Sends all dead letters of a queue through their stage again, a thousand at once")
    Map<String, Integer> replayQueue(@RequestParam String queue, @AuthenticationPrincipal Account account) {
        return Map.of("replayed", office.replayAll(queue, account.username()));
    }

    @GetMapping("/refusals")
    @Operation(summary = "Refused calls, newest first: source, reason, time and size, never the body")
    Listing<RefusalList.Listed> refusals(
            @RequestParam(defaultValue = "") String source,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var page = refusals.list(source, Places.after(after), Places.size(size));
        return listing(page, "/api/v1/refusals", Map.of("source", source), size);
    }

    private static ResponseEntity<Void> answered(boolean done) {
        if (!done) {
            throw CaseController.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static <T> Listing<T> listing(Page<T> page, String path, Map<String, String> filter, int size) {
        Optional<String> next = page.next().map(after -> {
            var address = UriComponentsBuilder.fromPath(path);
            filter.forEach((name, value) -> address.queryParam(name, value));
            return address.queryParam("after", after)
                    .queryParam("size", size)
                    .encode()
                    .build()
                    .toUriString();
        });
        return new Listing<>(page.rows(), next.orElse(null));
    }
}
