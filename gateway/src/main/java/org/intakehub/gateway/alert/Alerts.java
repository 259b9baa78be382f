package org.intakehub.gateway.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Threats that citizens utter, each waiting until a person acknowledges it by name. */
@Component
public class Alerts {
    private static final String THREAT = "threat: ";
    private static final String SELECT = """
            select a.id, a.seq, a.case_id, c.number, c.channel, c.division, c.reasons::text as reasons, a.raised_at,
                a.acknowledged_at, a.acknowledged_by
            from alert a join case_file c on c.id = a.case_id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final History history;

    Alerts(JdbcClient jdbc, Json json, History history) {
        this.jdbc = jdbc;
        this.json = json;
        this.history = history;
    }

    /**
     * One alert; it holds words of the rules, and none of the citizen's.
     *
     * @param seq place in the order in which they were raised, for paging
     * @param words of the rule that heard the threat; empty if a person sees it now without one
     */
    public record Alert(
            UUID id,
            long seq,
            UUID caseId,
            String caseNumber,
            String channel,
            Optional<String> division,
            String words,
            Instant raisedAt,
            Optional<Instant> acknowledgedAt,
            Optional<String> acknowledgedBy) {}

    /** Newest first; {@code before} is the sequence number of the last one that the caller has. */
    public List<Alert> list(long before, int limit) {
        return jdbc.sql(SELECT + "where a.seq < ? order by a.seq desc limit ?")
                .params(before, limit)
                .query(this::alert)
                .list();
    }

    /** Those that nobody has acknowledged, newest first. */
    public List<Alert> waiting(int limit) {
        return jdbc.sql(SELECT + "where a.acknowledged_at is null order by a.seq desc limit ?")
                .param(limit)
                .query(this::alert)
                .list();
    }

    public int waitingCount() {
        return jdbc.sql("select count(*) from alert where acknowledged_at is null")
                .query(Integer.class)
                .single();
    }

    /**
     * A person says that he knows and acts.
     *
     * @return false if there is no such alert, or somebody acknowledged it before
     */
    @Transactional
    public boolean acknowledge(UUID id, String actor) {
        var caseId = jdbc.sql("""
                        update alert set acknowledged_at = now(), acknowledged_by = ?
                        where id = ? and acknowledged_at is null returning case_id
                        """).params(actor, id).query(UUID.class).optional();
        caseId.ifPresent(found -> history.append(found, actor, History.Event.ALERT_ACKNOWLEDGED, Map.of()));
        return caseId.isPresent();
    }

    private Alert alert(ResultSet row, int number) throws SQLException {
        var words = List.of(json.read(row.getString("reasons"), String[].class)).stream()
                .filter(reason -> reason.startsWith(THREAT))
                .map(reason -> reason.substring(THREAT.length()))
                .findFirst()
                .orElse("");
        return new Alert(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("channel"),
                Optional.ofNullable(row.getString("division")),
                words,
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("acknowledged_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("acknowledged_by")));
    }
}
