package org.intakehub.routes.mailbox;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.routes.stage.Leases;
import org.intakehub.routes.stage.Rests;
import org.intakehub.routes.stage.SourceHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into a mailbox at its pace, on one node at a time. */
public final class MailboxRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxRoute.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MailboxReader reader;
    private final Leases leases;
    private final SourceHealth health;
    private final Rests rests;

    public MailboxRoute(MailboxReader reader, Leases leases, SourceHealth health, Rests rests) {
        this.reader = reader;
        this.leases = leases;
        this.health = health;
        this.rests = rests;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("timer:" + reader.source() + "?delay=0&period="
                        + reader.mailbox().pollEvery().toMillis())
                .routeId("mailbox-" + reader.source())
                .autoStartup(false)
                .process(exchange -> poll());
    }

    private void poll() {
        if (rests.isResting(reader.source())) {
            return;
        }
        try {
            leases.run("mailbox-" + reader.source(), LEASE, () -> {
                var taken = reader.poll();
                health.isWell(reader.source());
                if (taken > 0) {
                    LOG.info("mailbox {}: {} messages taken in", reader.source(), taken);
                }
            });
        } catch (IntakeException e) {
            health.failed(reader.source(), String.valueOf(e.getMessage()));
            LOG.warn("mailbox {}: {}", reader.source(), e.getMessage());
        } catch (RuntimeException e) {
            var fault = e.getClass().getSimpleName();
            health.failed(reader.source(), "reading the mailbox failed: " + fault);
            LOG.error("mailbox {}: reading failed: {}", reader.source(), fault);
        }
    }
}
