package org.intakehub.gateway.outage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Precedence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows open outages some seconds behind the road: holds new cases against them, and those that came before the registration; tells
 * their citizens that one is over; alarms where one lasts longer than expected. Without an open outage it asks one small question.
 */
@Component
class OutageWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);
    private static final int BATCH = 200;

    /** Ids are handed out before their commits; after so long those below have come. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Outages outages;
    private final OutageMatching matching;
    private final OutageLinks links;
    private final OutageEvents events;
    private final CityRules rules;
    private final TransactionTemplate transaction;
    private final Precedence precedence;
    private final Clock clock;
    private final AtomicInteger overrun = new AtomicInteger();

    OutageWatch(
            JdbcClient jdbc,
            Outages outages,
            OutageMatching matching,
            OutageLinks links,
            OutageEvents events,
            CityRules rules,
            TransactionTemplate transaction,
            Precedence precedence,
            MeterRegistry meters,
            Clock clock) {
        this.jdbc = jdbc;
        this.outages = outages;
        this.matching = matching;
        this.links = links;
        this.events = events;
        this.rules = rules;
        this.transaction = transaction;
        this.precedence = precedence;
        this.clock = clock;
        Gauge.builder("intake.outage.overrun", overrun, AtomicInteger::get)
                .description("outages that last longer than expected")
                .register(meters);
    }

    @Scheduled(fixedDelay = 2_000)
    void watch() {
        try {
            do {
                precedence.standAside();
            } while (isMore(this::lookBack) || isMore(this::lookAtNew) || isMore(this::tellOver));
            transaction.executeWithoutResult(status -> links.standStill());
            transaction.executeWithoutResult(status -> alarm());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the watch over outages waits for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** One batch of work, which says whether more may wait. */
    private interface Batch {
        boolean work();
    }

    private boolean isMore(Batch batch) {
        return Objects.requireNonNull(transaction.execute(status -> batch.work()));
    }

    private record Unlooked(UUID id, UUID lookedTo) {}

    /** Cases that came between the beginning of an outage and its registration. */
    private boolean lookBack() {
        var next = jdbc.sql("select id, looked_to from outage where state = 'OPEN' and looked_to is not null"
                        + " order by seq limit 1 for update skip locked")
                .query(Unlooked.class)
                .optional();
        next.ifPresent(one -> {
            var outage = outages.find(one.id()).orElseThrow();
            var cases = before(outage, one.lookedTo());
            matching.match(cases, List.of(outage));
            jdbc.sql("update outage set looked_to = ? where id = ?")
                    .param(cases.size() < BATCH ? null : cases.get(cases.size() - 1))
                    .param(one.id())
                    .update();
        });
        return next.isPresent();
    }

    /** The inner query has an index of its own; the order of ids alone would lead through all cases. */
    private List<UUID> before(Outage outage, UUID lookedTo) {
        return jdbc.sql("""
                        with told as materialized (select id from case_file where category = any(:categories)
                            and accepted_at >= :starts)
                        select id from told where id > :to order by id limit :batch
                        """)
                .param("categories", rules.outages().categories(outage.kind()).toArray(String[]::new))
                .param("starts", Times.sql(outage.startsAt()))
                .param("to", lookedTo)
                .param("batch", BATCH)
                .query(UUID.class)
                .list();
    }

    private boolean lookAtNew() {
        var open = outages.open();
        var mark = open.isEmpty()
                ? Optional.<Long>empty()
                : jdbc.sql("select history_id from outage_mark for update skip locked")
                        .query(Long.class)
                        .optional();
        var end = mark.flatMap(this::end);
        end.ifPresent(last -> {
            var cases = jdbc.sql("select distinct case_id from history where id > ? and id <= ?"
                            + " and kind in ('CLASSIFIED', 'SENT_TO_TRIAGE', 'CORRECTED')")
                    .params(mark.orElseThrow(), last)
                    .query(UUID.class)
                    .list();
            matching.match(cases, open);
            jdbc.sql("update outage_mark set history_id = ?").param(last).update();
        });
        return end.isPresent();
    }

    private Optional<Long> end(long mark) {
        return jdbc.sql("with next as (select id from history where id > ? and at < ? order by id limit ?)"
                        + " select max(id) from next having max(id) is not null")
                .params(mark, Times.sql(clock.instant().minus(SETTLED)), BATCH)
                .query(Long.class)
                .optional();
    }

    private record Over(UUID outageId, UUID caseId) {}

    private boolean tellOver() {
        var waiting = jdbc.sql("select l.outage_id, l.case_id from outage_case l join outage o on o.id = l.outage_id"
                        + " and o.state = 'RESTORED' where l.state = 'LINKED' and l.told_after is null"
                        + " order by l.outage_id, l.case_id limit ? for update of l skip locked")
                .param(BATCH)
                .query(Over.class)
                .list();
        waiting.forEach(one -> links.over(outages.find(one.outageId()).orElseThrow(), one.caseId()));
        return !waiting.isEmpty();
    }

    /** Each outage once, whichever node sees it first. */
    private void alarm() {
        var late = jdbc.sql("""
                        update outage set alarmed_at = :now where id in (
                            select id from outage where state = 'OPEN' and alarmed_at is null and ends_at <= :now
                            for update skip locked)
                        returning id
                        """)
                .param("now", Times.sql(clock.instant()))
                .query(UUID.class)
                .list();
        for (var id : late) {
            events.tell(outages.find(id).orElseThrow(), History.HUB, OutageEvents.Kind.OVERRUN, Map.of());
            LOG.warn("outage {} lasts longer than expected", id);
        }
        overrun.set(outages.overrun().size());
    }
}
