package org.intakehub.gateway.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.SourceEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Far ends' lists held against what was taken in, kept for people to look at. */
@Component
public class Reconciliations {
    private static final int LATEST = 10;

    private final JdbcClient jdbc;
    private final SourceEvents events;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Reconciliations(JdbcClient jdbc, SourceEvents events, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a message that a far end lists. */
    public enum State {
        TAKEN_IN,
        MISSING,
        BACKFILLED
    }

    /**
     * One comparison.
     *
     * @param complete whether the far end listed all that it has of the span
     * @param problem why it could not be finished
     */
    public record Listed(
            UUID id,
            Instant fromAt,
            Instant toAt,
            String actor,
            Instant startedAt,
            @Nullable Instant finishedAt,
            boolean complete,
            @Nullable String problem,
            int listed,
            int missing,
            int backfilled) {}

    /** How many messages an hour has at the source, and how many of them were not taken in. */
    public record Hour(Instant hour, int listed, int missing) {}

    /** A message that is or was missing. */
    public record Gap(int position, String deliveryId, Instant at, State state) {}

    public UUID begin(String source, Instant from, Instant to, String actor) {
        var id = ids.get();
        jdbc.sql("insert into reconciliation (id, source, from_at, to_at, actor, started_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, source, Times.sql(from), Times.sql(to), actor, Times.sql(clock.instant()))
                .update();
        events.append(
                source, actor, SourceEvents.Kind.RECONCILED, Map.of("from", from.toString(), "to", to.toString()));
        return id;
    }

    public void add(UUID id, int position, String deliveryId, Instant at, State state) {
        jdbc.sql("insert into reconciliation_item (reconciliation_id, position, delivery_id, at, state)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id, position, deliveryId, Times.sql(at), state.name())
                .update();
    }

    /**
     * Says that nothing more comes of a comparison.
     *
     * @param problem empty if all went well
     */
    public void finish(UUID id, boolean complete, String problem) {
        jdbc.sql("update reconciliation set finished_at = ?, complete = ?, problem = ? where id = ?")
                .params(Times.sql(clock.instant()), complete)
                .param(problem.isEmpty() ? null : problem)
                .param(id)
                .update();
    }

    public void backfilled(UUID id, String deliveryId) {
        jdbc.sql("update reconciliation_item set state = 'BACKFILLED' where reconciliation_id = ? and delivery_id = ?"
                        + " and state = 'MISSING'")
                .params(id, deliveryId)
                .update();
    }

    /** Delivery ids of what is missing still. */
    public Set<String> missing(UUID id) {
        return Set.copyOf(jdbc.sql("select delivery_id from reconciliation_item where reconciliation_id = ?"
                        + " and state = 'MISSING'")
                .param(id)
                .query(String.class)
                .set());
    }

    /** The latest ones of a source, newest first. */
    public List<Listed> latest(String source) {
        return find("r.source = ? order by r.seq desc limit " + LATEST, source);
    }

    public Optional<Listed> find(String source, UUID id) {
        return find("r.source = ? and r.id = ?", source, id).stream().findFirst();
    }

    private List<Listed> find(String which, Object... parameters) {
        return jdbc.sql("""
                        select r.id, r.from_at, r.to_at, r.actor, r.started_at, r.finished_at, r.complete, r.problem,
                            i.listed, i.missing, i.backfilled
                        from reconciliation r cross join lateral (
                            select count(*)::int as listed, count(*) filter (where state = 'MISSING')::int as missing,
                                count(*) filter (where state = 'BACKFILLED')::int as backfilled
                            from reconciliation_item where reconciliation_id = r.id) i
                        where
                        """ + which)
                .params(List.of(parameters))
                .query(Listed.class)
                .list();
    }

    /** Hours that have messages, in their order. */
    public List<Hour> hours(UUID id) {
        return jdbc.sql("""
                        select date_trunc('hour', at, 'UTC') as hour, count(*)::int as listed,
                            count(*) filter (where state <> 'TAKEN_IN')::int as missing
                        from reconciliation_item where reconciliation_id = ? group by 1 order by 1
                        """).param(id).query(Hour.class).list();
    }

    /** What is or was missing, behind a position. */
    public List<Gap> gaps(UUID id, int after, int limit) {
        return jdbc.sql(
                        "select position, delivery_id, at, state from reconciliation_item"
                                + " where reconciliation_id = ? and state <> 'TAKEN_IN' and position > ? order by position limit ?")
                .params(id, after, limit)
                .query(Gap.class)
                .list();
    }
}
