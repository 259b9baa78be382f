package org.intakehub.gateway.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks cases that were not dispatched within their minute (R4), each once, whichever node sees it first. */
@Component
class DispatchClock {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchClock.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final History history;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    DispatchClock(
            JdbcClient jdbc, History history, TransactionTemplate transaction, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void markBreaches() {
        try {
            transaction.executeWithoutResult(status -> breach());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the dispatch clock waits for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void breach() {
        var now = Times.sql(clock.instant());
        var breached = jdbc.sql("""
                        update clock set breached_at = :now where (case_id, kind) in (
                            select case_id, kind from clock
                            where due_at < :now and stopped_at is null and breached_at is null
                            order by due_at limit :batch for update skip locked)
                        returning case_id
                        """)
                .param("now", now)
                .param("batch", BATCH)
                .query(UUID.class)
                .list();
        breached.forEach(
                id -> history.append(id, History.HUB, History.Event.CLOCK_BREACHED, Map.of("kind", "DISPATCH")));
        meters.counter("intake.dispatch.breaches").increment(breached.size());
    }
}
