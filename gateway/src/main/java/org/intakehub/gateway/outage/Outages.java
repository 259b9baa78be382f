package org.intakehub.gateway.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.core.outage.Sign;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads outages, their cases and what happened to them; no case whose citizen asked for secrecy is ever among them. */
@Component
public class Outages {
    private static final int SHOWN = 500;

    /** Condition over {@code case_file c}: the case may stand in lists with others. */
    static final String OPEN_TO_LISTS = "c.confidentiality in ('PUBLIC', 'NORMAL')";

    private static final String SELECT =
            "select o.*, (select count(*) from outage_case l join case_file c on c.id = l.case_id and " + OPEN_TO_LISTS
                    + " where l.outage_id = o.id and l.state = 'LINKED') as cases from outage o ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Outages(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Which outages a list shows. */
    public enum View {
        CURRENT("o.state = 'OPEN' and o.starts_at <= :now"),
        PLANNED("o.state = 'OPEN' and o.starts_at > :now"),
        OVER("o.state <> 'OPEN' and :now is not null");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    /**
     * A case that an outage explains, or may explain.
     *
     * @param link LINKED, POSSIBLE or UNLINKED
     * @param told how the citizen learnt the cause: see {@link Told}
     * @param toldAfter how he learnt that it is over
     */
    public record Linked(
            UUID caseId,
            String number,
            String title,
            String channel,
            String state,
            Instant acceptedAt,
            String link,
            List<Sign> signs,
            String actor,
            @Nullable String told,
            @Nullable String toldAfter) {
        public Linked {
            signs = List.copyOf(signs);
        }

        @Override
        public String toString() {
            return "Linked[" + caseId + ", " + link + "]";
        }
    }

    /** An outage that a case is put down to. */
    public record OfCase(Outage outage, String link, List<Sign> signs) {
        public OfCase {
            signs = List.copyOf(signs);
        }
    }

    /** What somebody did to an outage, or the hub noticed about it. */
    public record Event(Instant at, String actor, String kind, String detail) {}

    /** Newest first; {@code before} is the sequence number of the last one that the caller has. */
    public List<Outage> list(View view, long before, int limit) {
        return jdbc.sql(SELECT + "where " + view.condition + " and o.seq < :before order by o.seq desc limit :limit")
                .param("now", Times.sql(clock.instant()))
                .param("before", before)
                .param("limit", limit)
                .query(Outages::outage)
                .list();
    }

    public Optional<Outage> find(UUID id) {
        return jdbc.sql(SELECT + "where o.id = ?")
                .param(id)
                .query(Outages::outage)
                .optional();
    }

    /** Those that last longer than expected, the longest first. */
    public List<Outage> overrun() {
        return jdbc.sql(SELECT + "where o.state = 'OPEN' and o.alarmed_at is not null order by o.ends_at limit 50")
                .query(Outages::outage)
                .list();
    }

    /** All that are not over, the oldest first. */
    List<Outage> open() {
        return jdbc.sql(SELECT + "where o.state = 'OPEN' order by o.seq")
                .query(Outages::outage)
                .list();
    }

    /** Newest first, five hundred at most. */
    public List<Linked> cases(UUID id) {
        return jdbc.sql("select c.id, c.number, c.title, c.channel, c.state, c.accepted_at, l.state as link,"
                        + " l.signs::text as signs, l.actor, l.told, l.told_after from outage_case l"
                        + " join case_file c on c.id = l.case_id and " + OPEN_TO_LISTS
                        + " where l.outage_id = ? order by c.accepted_at desc, c.id desc limit ?")
                .params(id, SHOWN)
                .query(this::linked)
                .list();
    }

    /** The outages that a case is, or may be, put down to. */
    public List<OfCase> of(UUID caseId) {
        return jdbc.sql("select o.*, 0 as cases, l.state as link, l.signs::text as signs from outage_case l"
                        + " join outage o on o.id = l.outage_id join case_file c on c.id = l.case_id and "
                        + OPEN_TO_LISTS
                        + " where l.case_id = ? order by o.seq desc")
                .param(caseId)
                .query((row, number) -> new OfCase(outage(row, number), row.getString("link"), signs(row)))
                .list();
    }

    /** The oldest first. */
    public List<Event> events(UUID id) {
        return jdbc.sql(
                        "select at, actor, kind, detail::text as detail from outage_event where outage_id = ? order by id")
                .param(id)
                .query(Event.class)
                .list();
    }

    private List<Sign> signs(ResultSet row) throws SQLException {
        return List.of(json.read(row.getString("signs"), Sign[].class));
    }

    private Linked linked(ResultSet row, int number) throws SQLException {
        return new Linked(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Mask.text(row.getString("title")),
                row.getString("channel"),
                row.getString("state"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getString("link"),
                signs(row),
                row.getString("actor"),
                row.getString("told"),
                row.getString("told_after"));
    }

    private static Outage outage(ResultSet row, int number) throws SQLException {
        return new Outage(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getInt("revision"),
                OutageKind.valueOf(row.getString("kind")),
                row.getBoolean("planned"),
                row.getString("cause"),
                row.getString("unit"),
                List.of((String[]) row.getArray("divisions").getArray()),
                List.of((String[]) row.getArray("places").getArray()),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("registered_by"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                instant(row, "alarmed_at"),
                instant(row, "restored_at"),
                row.getLong("cases"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
