package org.intakehub.routes.poll;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.stage.Cursors;
import org.intakehub.routes.stage.Journal;
import org.intakehub.routes.stage.Leases;
import org.intakehub.routes.stage.SourceHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a far end at its pace, on one node at a time; the cursor is saved only after what was found is durable. */
public final class PollRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(PollRoute.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** A far end whose adapter never says it is finished must not keep a node busy for ever. */
    private static final int STEPS_A_ROUND = 1_000;

    private final SourceId source;
    private final PollingAdapter adapter;
    private final Duration every;
    private final Journal journal;
    private final Cursors cursors;
    private final Leases leases;
    private final SourceHealth health;
    private final AdapterCalls calls;

    public PollRoute(
            SourceId source,
            PollingAdapter adapter,
            Duration every,
            Journal journal,
            Cursors cursors,
            Leases leases,
            SourceHealth health,
            AdapterCalls calls) {
        this.source = source;
        this.adapter = adapter;
        this.every = every;
        this.journal = journal;
        this.cursors = cursors;
        this.leases = leases;
        this.health = health;
        this.calls = calls;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("timer:" + source + "?delay=0&period=" + every.toMillis())
                .routeId("poll-" + source)
                .autoStartup(false)
                .process(exchange -> poll());
    }

    private void poll() {
        try {
            leases.run("poll-" + source, LEASE, this::round);
        } catch (IntakeException e) {
            health.failed(source, String.valueOf(e.getMessage()));
            LOG.warn("source {}: {}", source, e.getMessage());
        } catch (RuntimeException e) {
            // Its message may quote what the far end said.
            var fault = e.getClass().getSimpleName();
            health.failed(source, "the adapter failed: " + fault);
            LOG.error("source {}: the adapter failed: {}", source, fault);
        }
    }

    /** A far end that minds is asked at its pace, and never in a rhythm. */
    private void rest(int steps) {
        var pace = adapter.pace().toMillis();
        if (steps == 0 || pace == 0) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(pace + ThreadLocalRandom.current().nextLong(pace / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteUnavailable("the round was interrupted", e);
        }
    }

    private void round() {
        var step = adapter.start(cursors.load(source));
        for (var steps = 0; steps < STEPS_A_ROUND; steps++) {
            if (step instanceof Step.Ask ask) {
                rest(steps);
                step = adapter.next(calls.make(source, adapter, ask));
            } else {
                var found = (Step.Found) step;
                found.raws().forEach(journal::keep);
                cursors.save(source, found.next());
                if (!found.more()) {
                    break;
                }
                step = adapter.start(found.next());
            }
        }
        health.isWell(source);
    }
}
