package org.intakehub.gateway.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many messages each source brought in, hour by hour. Hours are counted out of the raw archive twice a minute, by one node: a message
 * on its way costs nothing, and a crash loses no count.
 */
@Component
public class SourceHours {
    private static final Logger LOG = LoggerFactory.getLogger(SourceHours.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Numbers of rows are drawn before their transactions commit: so many may still appear below the highest one. */
    private static final int LATE_ROWS = 2_000;

    private final JdbcClient jdbc;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SourceHours(JdbcClient jdbc, Leases leases, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 5_000)
    void count() {
        try {
            leases.run("source-hours", LEASE, this::countNow);
        } catch (RemoteUnavailable | DataAccessException | TransactionException e) {
            LOG.debug(
                    "the hours of the sources are counted later: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Counts again every hour that has new rows in the archive, also one long past whose messages waited in the journal. */
    public void countNow() {
        transaction.executeWithoutResult(status -> {
            var counted = jdbc.sql("select counted_to from source_hour_mark for update")
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                            with news as (
                                select distinct source, date_trunc('hour', received_at, 'UTC') as hour from raw_message
                                where seq > :counted - :late)
                            insert into source_hour (source, hour, taken_in)
                            select news.source, news.hour,
                                (select count(*) from raw_message r where r.received_at >= news.hour
                                    and r.received_at < news.hour + interval '1 hour' and r.source = news.source
                                    and (r.delivery_id not like 'test:%' or r.state <> 'DISCARDED'))
                            from news
                            on conflict (source, hour) do update set taken_in = excluded.taken_in
                            """).param("counted", counted).param("late", LATE_ROWS).update();
            jdbc.sql("update source_hour_mark set counted_to = coalesce((select max(seq) from raw_message), 0)")
                    .update();
        });
    }

    /** Messages of each of the last hours, the one under way last, by source. */
    Map<String, int[]> last(int hours) {
        var first = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours - 1L));
        var found = new HashMap<String, int[]>();
        jdbc.sql("select source, hour, taken_in from source_hour where hour >= ?")
                .param(Times.sql(first))
                .query(row -> {
                    var hour = row.getObject("hour", OffsetDateTime.class).toInstant();
                    var place = (int) Duration.between(first, hour).toHours();
                    if (place < hours) {
                        found.computeIfAbsent(row.getString("source"), source -> new int[hours])[place] =
                                row.getInt("taken_in");
                    }
                });
        return found;
    }

    /** Messages by hour since the moment, of every source that brought any. */
    Map<String, Map<Instant, Integer>> since(Instant from) {
        var found = new HashMap<String, Map<Instant, Integer>>();
        jdbc.sql("select source, hour, taken_in from source_hour where hour >= ? and taken_in > 0")
                .param(Times.sql(from))
                .query(row -> {
                    found.computeIfAbsent(row.getString("source"), source -> new HashMap<>())
                            .put(row.getObject("hour", OffsetDateTime.class).toInstant(), row.getInt("taken_in"));
                });
        return found;
    }

    /** Messages since the moment, by source; the moment begins an hour. */
    Map<String, Integer> takenIn(Instant from) {
        var found = new HashMap<String, Integer>();
        jdbc.sql("select source, sum(taken_in)::int as taken_in from source_hour where hour >= ? group by source")
                .param(Times.sql(from))
                .query(row -> {
                    found.put(row.getString("source"), row.getInt("taken_in"));
                });
        return found;
    }
}
