package org.intakehub.gateway.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.NightRest;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Wakes the clocks that are due, each once, whichever node sees it first; the others cost nothing, however many run. */
@Component
public class ClockTicker {
    private static final Logger LOG = LoggerFactory.getLogger(ClockTicker.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Json json;
    private final Wakes wakes;
    private final NightRest night;
    private final Notices notices;
    private final History history;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Counter lateDispatches;
    private final Clock clock;

    ClockTicker(
            JdbcClient jdbc,
            Json json,
            Wakes wakes,
            NightRest night,
            Notices notices,
            History history,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.wakes = wakes;
        this.night = night;
        this.notices = notices;
        this.history = history;
        this.transaction = transaction;
        this.meters = meters;
        this.lateDispatches = meters.counter("intake.dispatch.breaches");
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        try {
            while (ring() == BATCH) {
                LOG.debug("more clocks are due than one batch holds");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the clocks wait for the database: {}", e.getClass().getSimpleName());
        }
    }

    /** One batch of what is due; says how many that were. */
    public int ring() {
        var now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> ring(now)));
    }

    private int ring(Instant now) {
        var rings =
                due(now).stream().map(due -> Ring.of(due, now, wakes, night)).toList();
        if (rings.isEmpty()) {
            return 0;
        }
        save(rings, now);
        notices.add(rings.stream().filter(ring -> ring.told().isPresent()).toList(), now);
        rings.stream().filter(Ring::breached).forEach(this::breached);
        return rings.size();
    }

    private List<RunningClock> due(Instant now) {
        return jdbc.sql("select " + RunningClock.COLUMNS + """
                        from clock k join case_file c on c.id = k.case_id left join work_order w on w.id = k.order_id
                        where k.next_at <= :now and k.stopped_at is null and k.paused_at is null
                        order by k.next_at limit :batch for update of k skip locked
                        """)
                .param("now", Times.sql(now))
                .param("batch", BATCH)
                .query((row, number) -> RunningClock.of(row, json))
                .list();
    }

    private void save(List<Ring> rings, Instant now) {
        jdbc.sql("""
                        update clock k set percent = a.percent, next_at = a.next_at,
                            breached_at = case when a.breached then :now else k.breached_at end
                        from unnest(:ids::bigint[], :percents::integer[], :breached::boolean[], :next::text[]::timestamptz[])
                            as a(id, percent, breached, next_at)
                        where k.id = a.id
                        """)
                .param("now", Times.sql(now))
                .param("ids", rings.stream().map(ring -> ring.clock().id()).toArray(Long[]::new))
                .param("percents", rings.stream().map(Ring::percent).toArray(Integer[]::new))
                .param("breached", rings.stream().map(Ring::breached).toArray(Boolean[]::new))
                .param(
                        "next",
                        rings.stream()
                                .map(ring -> ring.next().map(Instant::toString).orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    private void breached(Ring ring) {
        var kind = ring.clock().run().kind();
        history.append(
                ring.clock().caseId(),
                History.HUB,
                History.Event.CLOCK_BREACHED,
                Map.of("kind", kind.name(), "unit", ring.clock().unit().orElse("")));
        meters.counter("intake.clock.breaches", "kind", kind.name()).increment();
        if (kind == ClockKind.DISPATCH) {
            lateDispatches.increment();
        }
    }
}
