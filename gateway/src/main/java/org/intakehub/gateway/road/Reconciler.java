package org.intakehub.gateway.road;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.channel.KnownDeliveries;
import org.intakehub.gateway.channel.Reconciliations;
import org.intakehub.gateway.channel.Reconciliations.State;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.SourceEvents;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.mailbox.MailboxReader;
import org.intakehub.routes.poll.Walk;
import org.intakehub.routes.stage.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds what a far end lists of a span of time against what was taken in, and takes in what is missing. It works behind the caller's
 * back, one source after the other, since a polite walk through a far end's lists takes its time.
 */
@Component
class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Sources sources;
    private final Pollers pollers;
    private final Reconciliations reconciliations;
    private final KnownDeliveries known;
    private final SourceEvents events;
    private final AdapterCalls calls;
    private final Journal journal;
    private final Clock clock;
    private final ExecutorService work = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "reconciler");
        thread.setDaemon(true);
        return thread;
    });

    Reconciler(
            Sources sources,
            Pollers pollers,
            Reconciliations reconciliations,
            KnownDeliveries known,
            SourceEvents events,
            AdapterCalls calls,
            Journal journal,
            Clock clock) {
        this.sources = sources;
        this.pollers = pollers;
        this.reconciliations = reconciliations;
        this.known = known;
        this.events = events;
        this.calls = calls;
        this.journal = journal;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        work.shutdownNow();
    }

    /** Whether the source's far end can be asked for a list at all. */
    boolean canList(String name) {
        return pollers.mailbox(name).isPresent() || listing(name).isPresent();
    }

    private Optional<PollingAdapter> listing(String name) {
        return sources.find(name)
                .flatMap(source -> source.as(PollingAdapter.class))
                .filter(adapter -> adapter.listedSince(clock.instant()).isPresent());
    }

    /** Begins a comparison, which goes on by itself. */
    UUID begin(String name, Instant from, Instant to, boolean backfill, String actor) {
        var id = reconciliations.begin(name, from, to, actor);
        work.execute(() -> run(id, () -> {
            var complete = pollers.mailbox(name)
                    .map(mailbox -> compare(id, mailbox, from, to))
                    .orElseGet(() -> compare(id, source(name), from, to));
            if (backfill) {
                fill(id, name, from, to, actor);
            }
            return complete;
        }));
        return id;
    }

    /** Takes in what an earlier comparison found missing. */
    void backfill(String name, Reconciliations.Listed found, String actor) {
        work.execute(() -> run(found.id(), () -> {
            fill(found.id(), name, found.fromAt(), found.toAt(), actor);
            return found.complete();
        }));
    }

    private interface Task {
        /** Whether the far end listed everything. */
        boolean run();
    }

    private void run(UUID id, Task task) {
        try {
            reconciliations.finish(id, task.run(), "");
        } catch (IntakeException e) {
            reconciliations.finish(id, false, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Its message may quote what the far end said.
            LOG.error("reconciliation {} failed: {}", id, e.getClass().getSimpleName());
            reconciliations.finish(id, false, "failed: " + e.getClass().getSimpleName());
        }
    }

    private Source source(String name) {
        return sources.find(name).orElseThrow();
    }

    private boolean compare(UUID id, MailboxReader mailbox, Instant from, Instant to) {
        var position = 0;
        for (var listed : mailbox.list(from, to)) {
            var state = known.isKnown(mailbox.source(), listed.deliveryId()) ? State.TAKEN_IN : State.MISSING;
            reconciliations.add(id, position++, listed.deliveryId(), listed.receivedAt(), state);
        }
        return true;
    }

    private boolean compare(UUID id, Source source, Instant from, Instant to) {
        var adapter = source.as(PollingAdapter.class).orElseThrow();
        var position = new AtomicInteger();
        var seen = new HashSet<String>();
        return walk(source, adapter, from, to, (raw, at) -> {
            if (seen.add(raw.deliveryId())) {
                var state = known.isKnown(adapter, raw) ? State.TAKEN_IN : State.MISSING;
                reconciliations.add(id, position.getAndIncrement(), raw.deliveryId(), at, state);
            }
        });
    }

    private void fill(UUID id, String name, Instant from, Instant to, String actor) {
        var missing = reconciliations.missing(id);
        if (missing.isEmpty()) {
            return;
        }
        var mailbox = pollers.mailbox(name);
        if (mailbox.isPresent()) {
            mailbox.get().backfill(from, to, missing::contains);
            missing.forEach(deliveryId -> reconciliations.backfilled(id, deliveryId));
        } else {
            var source = source(name);
            walk(source, source.as(PollingAdapter.class).orElseThrow(), from, to, (raw, at) -> {
                if (missing.contains(raw.deliveryId())) {
                    journal.keep(raw);
                    reconciliations.backfilled(id, raw.deliveryId());
                }
            });
        }
        events.append(name, actor, SourceEvents.Kind.BACKFILLED, Map.of("messages", missing.size()));
    }

    private interface Receiver {
        void take(RawMessage raw, Instant at);
    }

    private boolean walk(Source source, PollingAdapter adapter, Instant from, Instant to, Receiver receiver) {
        var cursor = adapter.listedSince(from).orElseThrow();
        return new Walk(source.id(), adapter, calls, left -> {}).from(cursor, found -> {
            for (var raw : found.raws()) {
                var at = at(adapter, raw);
                if (!at.isBefore(from) && at.isBefore(to)) {
                    receiver.take(raw, at);
                }
            }
            return !Thread.currentThread().isInterrupted();
        });
    }

    /** When the message was written, as the far end says; what cannot be read counts for the moment of asking. */
    private static Instant at(PollingAdapter adapter, RawMessage raw) {
        try {
            return adapter.normalise(raw).stream()
                    .flatMap(message -> message.occurredAt().stream())
                    .findFirst()
                    .orElse(raw.receivedAt());
        } catch (MalformedMessage e) {
            return raw.receivedAt();
        }
    }
}
