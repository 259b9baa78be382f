package org.intakehub.gateway.hotspot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.hotspot.HotSpots;
import org.intakehub.core.hotspot.Sighting;
import org.intakehub.core.hotspot.Surge;
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
 * Watches for hot spots some seconds behind the road: each event is looked at once, and only the kinds and places that its case touches are
 * judged anew. One node does it at a time.
 */
@Component
class HotSpotWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HotSpotWatch.class);
    private static final int BATCH = 500;

    /** Ids are handed out before their commits; after so long those below have come. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Sightings sightings;
    private final TransactionTemplate transaction;
    private final Precedence precedence;
    private final Clock clock;

    HotSpotWatch(
            JdbcClient jdbc, Sightings sightings, TransactionTemplate transaction, Precedence precedence, Clock clock) {
        this.jdbc = jdbc;
        this.sightings = sightings;
        this.transaction = transaction;
        this.precedence = precedence;
        this.clock = clock;
    }

    private record Mark(long historyId, Instant since) {}

    @Scheduled(fixedDelay = 3_000)
    void watch() {
        try {
            do {
                precedence.standAside();
            } while (Objects.requireNonNull(transaction.execute(status -> lookAtNext())));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the watch for hot spots waits for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** @return whether more may wait */
    private boolean lookAtNext() {
        var mark = jdbc.sql("select history_id, since from hot_spot_mark for update skip locked")
                .query((row, number) -> new Mark(
                        row.getLong("history_id"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
        var end = mark.flatMap(this::end);
        end.ifPresent(last -> lookAt(mark.get(), last));
        return end.isPresent();
    }

    /** Up to here the cases have been compared with earlier ones, which tells their matter. */
    private Optional<Long> end(Mark mark) {
        return jdbc.sql("""
                        with next as (select id, case_id from history where id > :mark and at < :settled order by id limit :batch)
                        select max(id) from next where id < coalesce((select min(n.id) from next n
                            join similar_waiting w on w.case_id = n.case_id), 9223372036854775807) having max(id) is not null
                        """)
                .param("mark", mark.historyId())
                .param("settled", Times.sql(clock.instant().minus(SETTLED)))
                .param("batch", BATCH)
                .query(Long.class)
                .optional();
    }

    private void lookAt(Mark mark, long end) {
        var cases =
                jdbc.sql("""
                        select distinct case_id from history where id > ? and id <= ?
                            and kind in ('CLASSIFIED', 'SENT_TO_TRIAGE', 'CORRECTED')
                        """).params(mark.historyId(), end).query(UUID.class).list();
        if (!cases.isEmpty()) {
            sightings.count(cases);
            sightings.several(cases, HotSpots.LEAST).forEach(key -> judge(key, mark.since()));
        }
        jdbc.sql("update hot_spot_mark set history_id = ?").param(end).update();
    }

    private void judge(Sightings.Key key, Instant since) {
        var learnt = jdbc.sql("select daily from hot_spot_level where kind = ? and place = ?")
                .params(key.kind(), key.place())
                .query(Double.class)
                .optional()
                .orElse(0.0);
        var all = sightings.at(key);
        HotSpots.judge(all, clock.instant(), since, learnt)
                .filter(surge -> isNew(key, all))
                .ifPresent(surge -> warn(key, surge));
    }

    /** What somebody settled is no news until as many citizens come again as a hot spot takes. */
    private boolean isNew(Sightings.Key key, List<Sighting> all) {
        var settled = jdbc.sql("select max(settled_at) from hot_spot where kind = ? and place = ?"
                        + " having max(settled_at) is not null")
                .params(key.kind(), key.place())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        return settled.isEmpty() || HotSpots.isEnough(all, settled.get());
    }

    /** One that is open goes on; one whose cases mostly stand in another open one says nothing new. */
    private void warn(Sightings.Key key, Surge surge) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into hot_spot as known (kind, place, span, began_at, found_at, citizens, usual)
                        select :kind, :place, :span, :began, :now, :citizens, :usual
                        where not exists (
                            select from hot_spot other join hot_sighting theirs
                                on theirs.kind = other.kind and theirs.place = other.place and theirs.at > other.began_at
                                join hot_sighting mine on mine.case_id = theirs.case_id
                            where other.state = 'OPEN' and (other.kind, other.place) <> (:kind, :place)
                                and mine.kind = :kind and mine.place = :place and mine.at > :began
                            group by other.id having count(*) * 2 > (select count(*) from hot_sighting s
                                where s.kind = :kind and s.place = :place and s.at > :began))
                        on conflict (kind, place) where state = 'OPEN'
                        do update set citizens = greatest(known.citizens, excluded.citizens)
                        """)
                .param("kind", key.kind())
                .param("place", key.place())
                .param("span", surge.span().name())
                .param("began", Times.sql(now.minus(surge.span().length())))
                .param("now", Times.sql(now))
                .param("citizens", surge.citizens())
                .param("usual", (float) surge.usual())
                .update();
    }
}
