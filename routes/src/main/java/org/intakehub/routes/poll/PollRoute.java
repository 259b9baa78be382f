package org.intakehub.routes.poll;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SourceId;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.stage.Cursors;
import org.intakehub.routes.stage.Journal;
import org.intakehub.routes.stage.Leases;
import org.intakehub.routes.stage.Rests;
import org.intakehub.routes.stage.SourceHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a far end at its pace, on one node at a time; the cursor is saved only after what was found is durable. */
public final class PollRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(PollRoute.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final SourceId source;
    private final Duration every;
    private final Journal journal;
    private final Cursors cursors;
    private final Leases leases;
    private final SourceHealth health;
    private final Walk walk;
    private final Rests rests;

    public PollRoute(
            SourceId source,
            PollingAdapter adapter,
            Duration every,
            Journal journal,
            Cursors cursors,
            Leases leases,
            SourceHealth health,
            AdapterCalls calls,
            Rests rests) {
        this.source = source;
        this.every = every;
        this.journal = journal;
        this.cursors = cursors;
        this.leases = leases;
        this.health = health;
        this.walk = new Walk(source, adapter, calls, left -> health.quotaLeft(source, left));
        this.rests = rests;
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
        if (rests.isResting(source)) {
            return;
        }
        try {
            leases.run("poll-" + source, LEASE, this::round);
        } catch (IntakeException e) {
            if (e instanceof RemoteUnavailable unavailable) {
                unavailable.retryAfter().ifPresent(wait -> rests.rest(source, wait));
            }
            health.failed(source, String.valueOf(e.getMessage()));
            LOG.warn("source {}: {}", source, e.getMessage());
        } catch (RuntimeException e) {
            // Its message may quote what the far end said.
            var fault = e.getClass().getSimpleName();
            health.failed(source, "the adapter failed: " + fault);
            LOG.error("source {}: the adapter failed: {}", source, fault);
        }
    }

    private void round() {
        walk.from(cursors.load(source), found -> {
            found.raws().forEach(journal::keep);
            cursors.save(source, found.next());
            return !rests.isResting(source);
        });
        health.isWell(source);
    }
}
