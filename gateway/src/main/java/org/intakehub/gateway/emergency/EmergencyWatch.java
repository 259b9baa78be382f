package org.intakehub.gateway.emergency;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Raises the alarm for what the emergency office handed over and no unit signed in time, each once, whichever node sees it first. */
@Component
class EmergencyWatch {
    /** Condition over {@code emergency e}: a unit has signed, or the case is over. */
    static final String SETTLED = "exists (select from case_file over where over.id = e.case_id and over.state in"
            + " ('FEEDBACK', 'FOLLOW_UP', 'CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'MERGED')"
            + " or exists (select from work_order w where w.case_id = e.case_id and w.signed_at is not null))";

    private static final Logger LOG = LoggerFactory.getLogger(EmergencyWatch.class);

    private final JdbcClient jdbc;
    private final History history;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger alarms = new AtomicInteger();

    EmergencyWatch(
            JdbcClient jdbc, History history, TransactionTemplate transaction, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
        Gauge.builder("intake.emergency.unsigned", alarms, AtomicInteger::get)
                .description("events of the emergency office that no unit signed for in time")
                .register(meters);
    }

    @Scheduled(fixedDelay = 2_000)
    void watch() {
        try {
            transaction.executeWithoutResult(status -> look());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the watch over emergencies waits for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void look() {
        var now = Times.sql(clock.instant());
        jdbc.sql("update emergency e set settled_at = ? where e.settled_at is null and " + SETTLED)
                .param(now)
                .update();
        var late = jdbc.sql("""
                        update emergency set alarmed_at = :now where case_id in (
                            select case_id from emergency where settled_at is null and alarmed_at is null and due_at <= :now
                            for update skip locked)
                        returning case_id
                        """).param("now", now).query(UUID.class).list();
        for (var id : late) {
            history.append(id, History.HUB, History.Event.EMERGENCY_UNSIGNED, Map.of());
            LOG.warn("case {} of the emergency office was not signed for in time", id);
        }
        alarms.set(jdbc.sql("select count(*) from emergency where settled_at is null and alarmed_at is not null")
                .query(Integer.class)
                .single());
    }
}
