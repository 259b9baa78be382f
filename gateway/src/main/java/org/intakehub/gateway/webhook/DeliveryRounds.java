package org.intakehub.gateway.webhook;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks twice a second for events that are due and sends them, each unit on a thread of its own: one that fails holds up no other. */
@Component
class DeliveryRounds {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

    private final UnitWebhooks webhooks;
    private final Deliveries deliveries;
    private final EndpointCalls calls;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    /** As many threads as there are units with an endpoint, and only while they have something to send. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    DeliveryRounds(UnitWebhooks webhooks, Deliveries deliveries, EndpointCalls calls, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.calls = calls;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        if (webhooks.units().isEmpty()) {
            return;
        }
        try {
            deliveries.unitsWithDue(webhooks.units(), clock.instant()).stream()
                    .filter(busy::add)
                    .forEach(this::begin);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("webhooks wait for the database: {}", e.getClass().getSimpleName());
        }
    }

    private void begin(String unit) {
        try {
            threads.execute(() -> round(unit));
        } catch (RejectedExecutionException e) {
            busy.remove(unit);
            LOG.debug("no round of {}: the hub stops", unit);
        }
    }

    private void round(String unit) {
        try {
            while (!threads.isShutdown() && sendNext(unit)) {
                LOG.debug("another event of {} is due", unit);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the webhook of {} waits for the database: {}",
                    unit,
                    e.getClass().getSimpleName());
        } finally {
            busy.remove(unit);
        }
    }

    /** False if nothing is due, or if the endpoint did not answer: then the next round tries the next event. */
    private boolean sendNext(String unit) {
        var due = deliveries.take(unit, clock.instant());
        if (due.isEmpty()) {
            return false;
        }
        var outcome = calls.send(webhooks.of(unit).orElseThrow(), due.get());
        deliveries.settle(due.get(), outcome, clock.instant());
        return outcome.isTaken();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
