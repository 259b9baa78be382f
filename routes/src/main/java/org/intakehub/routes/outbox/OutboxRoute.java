package org.intakehub.routes.outbox;

import org.apache.camel.builder.RouteBuilder;
import org.intakehub.routes.stage.Faults;
import org.intakehub.routes.stage.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the outbox several times a second; every node may do so. */
public final class OutboxRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRoute.class);
    private static final int PERIOD_MILLIS = 200;

    private final Outbox outbox;
    private final Journal journal;
    private final Faults faults;

    public OutboxRoute(Outbox outbox, Journal journal, Faults faults) {
        this.outbox = outbox;
        this.journal = journal;
        this.faults = faults;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("timer:outbox?delay=0&period=" + PERIOD_MILLIS)
                .routeId("outbox")
                .autoStartup(false)
                .process(exchange -> relay());
    }

    private void relay() {
        try {
            while (outbox.relay(journal::send) > 0) {
                LOG.debug("outbox relayed a batch");
            }
        } catch (RuntimeException fault) {
            LOG.warn("outbox waits: {}", fault.getClass().getSimpleName());
            if (!faults.isPassing(fault)) {
                throw fault;
            }
        }
    }
}
