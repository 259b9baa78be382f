package org.intakehub.gateway.hotspot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.hotspot.Span;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hot spots that people were warned of, the cases of each, and what people made of them. */
@Component
public class WarnedHotSpots {
    private static final int SHOWN = 200;

    /** Of a hot spot {@code h} in the query around it. */
    private static final String CASES = """
             from hot_sighting s join case_file c on c.id = s.case_id and \
            """ + Sightings.OPEN + """
             where s.kind = h.kind and s.place = h.place and s.at > h.began_at and s.at <= coalesce(h.settled_at, 'infinity')
            """;

    private static final String SELECT = """
            select h.*, (select count(*) %1$s) as cases,
                (select mode() within group (order by c.category) %1$s) as category,
                (select mode() within group (order by c.division) %1$s) as division
            from hot_spot h
            """.formatted(CASES);

    private final JdbcClient jdbc;
    private final Clock clock;

    WarnedHotSpots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One hot spot.
     *
     * @param sameMatter whether the cases tell one and the same matter, and not only have category and division in common
     * @param span within which so many came: DAY, WEEK or MONTH
     * @param action what to do first
     * @param usual how many citizens are usual in such a span
     * @param category most of the cases' one
     * @param division most of the cases' one
     * @param state OPEN, ACTED or DISMISSED
     */
    public record HotSpot(
            UUID id,
            long seq,
            int revision,
            boolean sameMatter,
            Span span,
            Span.Action action,
            Instant beganAt,
            Instant foundAt,
            int citizens,
            double usual,
            long cases,
            Optional<String> category,
            Optional<String> division,
            String state,
            Optional<String> settledBy,
            Optional<Instant> settledAt) {}

    /** A case of a hot spot. */
    public record Case(UUID id, String number, String title, String channel, String state, Instant acceptedAt) {
        @Override
        public String toString() {
            return "Case[" + id + "]";
        }
    }

    /** Newest first; {@code before} is the sequence number of the last one that the caller has. */
    public List<HotSpot> list(long before, int limit) {
        return jdbc.sql(SELECT + "where h.seq < ? order by h.seq desc limit ?")
                .params(before, limit)
                .query(WarnedHotSpots::hotSpot)
                .list();
    }

    /** How many are open in each division; one without a division counts nowhere. */
    public Map<String, Long> openByDivision() {
        return jdbc
                .sql("select division, count(*) as open from (" + SELECT
                        + "where h.state = 'OPEN') h where division is not null group by division")
                .query((row, number) -> Map.entry(row.getString("division"), row.getLong("open")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<HotSpot> find(UUID id) {
        return jdbc.sql(SELECT + "where h.id = ?")
                .param(id)
                .query(WarnedHotSpots::hotSpot)
                .optional();
    }

    /** Newest first, two hundred at most; none whose citizen asked for secrecy. */
    public List<Case> cases(UUID id) {
        return jdbc.sql(
                        "select c.id, c.number, c.title, c.channel, c.state, c.accepted_at from hot_spot h cross join lateral"
                                + " (select c.* " + CASES
                                + ") c where h.id = ? order by c.accepted_at desc, c.id desc limit ?")
                .params(id, SHOWN)
                .query((row, number) -> new Case(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Mask.text(row.getString("title")),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getTimestamp("accepted_at").toInstant()))
                .list();
    }

    /**
     * A person acts on a hot spot.
     *
     * @param revision that the person saw
     * @return false if somebody settled it before
     */
    @Transactional
    public boolean act(UUID id, int revision, String actor) {
        return settle(id, revision, "ACTED", actor);
    }

    /** A person says that this is no hot spot: so many are usual there from now on. */
    @Transactional
    public boolean dismiss(UUID id, int revision, String actor) {
        var done = settle(id, revision, "DISMISSED", actor);
        if (done) {
            jdbc.sql("""
                            insert into hot_spot_level as known (kind, place, daily)
                            select kind, place, citizens / case span when 'DAY' then 1.0 when 'WEEK' then 7.0 else 30.0 end
                            from hot_spot where id = ?
                            on conflict (kind, place) do update set daily = greatest(known.daily, excluded.daily)
                            """).param(id).update();
        }
        return done;
    }

    private boolean settle(UUID id, int revision, String state, String actor) {
        return jdbc.sql("""
                        update hot_spot set state = ?, settled_by = ?, settled_at = ?, revision = revision + 1
                        where id = ? and revision = ? and state = 'OPEN'
                        """)
                        .params(state, actor, Times.sql(clock.instant()), id, revision)
                        .update()
                == 1;
    }

    private static HotSpot hotSpot(ResultSet row, int number) throws SQLException {
        var span = Span.valueOf(row.getString("span"));
        return new HotSpot(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getInt("revision"),
                row.getString("kind").equals(Sightings.MATTER),
                span,
                span.action(),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getInt("citizens"),
                row.getDouble("usual"),
                row.getLong("cases"),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("division")),
                row.getString("state"),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
