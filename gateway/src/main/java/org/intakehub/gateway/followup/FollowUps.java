package org.intakehub.gateway.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds of asking in the database. */
@Component
public class FollowUps {
    private static final String SELECT =
            "select f.id, f.seq, f.case_id, c.number, c.title, f.state, f.opened_at, f.attempts, f.how, f.contacted, f.solved,"
                    + " f.satisfaction, f.words, f.answered_at, f.revision, c.revision as case_revision"
                    + " from follow_up f join case_file c on c.id = f.case_id ";

    private final JdbcClient jdbc;

    FollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that wait for somebody and that this one may see, the oldest first. */
    public List<FollowUp> waiting(Account reader, long after, int limit) {
        return jdbc.sql(SELECT
                        + "where f.state in ('OPEN', 'DISPUTED') and c.state = 'FOLLOW_UP' and f.seq > ?"
                        + " and not exists (select from kept_from k where k.case_id = f.case_id and k.username = ?)"
                        + " order by f.seq limit ?")
                .params(after, reader.username(), limit)
                .query(FollowUps::followUp)
                .list();
    }

    /** Of one case, the oldest first. */
    public List<FollowUp> of(UUID caseId) {
        return jdbc.sql(SELECT + "where f.case_id = ? order by f.seq")
                .param(caseId)
                .query(FollowUps::followUp)
                .list();
    }

    public Optional<FollowUp> find(UUID id) {
        return jdbc.sql(SELECT + "where f.id = ?")
                .param(id)
                .query(FollowUps::followUp)
                .optional();
    }

    Optional<FollowUp> lock(UUID id) {
        return jdbc.sql(SELECT + "where f.id = ? for update of f")
                .param(id)
                .query(FollowUps::followUp)
                .optional();
    }

    void add(UUID id, UUID caseId, String state, Instant at) {
        jdbc.sql(
                        "update follow_up set state = 'OVERTAKEN', revision = revision + 1 where case_id = ? and state in ('OPEN', 'DISPUTED')")
                .param(caseId)
                .update();
        jdbc.sql("insert into follow_up (id, case_id, state, opened_at) values (?, ?, ?, ?)")
                .params(id, caseId, state, Times.sql(at))
                .update();
    }

    void attempted(FollowUp one, String state) {
        jdbc.sql("update follow_up set attempts = attempts + 1, state = ?, revision = revision + 1 where id = ?")
                .params(state, one.id())
                .update();
    }

    void answered(FollowUp one, Survey survey, String how, String login, Instant at) {
        jdbc.sql("""
                        update follow_up set state = ?, how = ?, contacted = ?, solved = ?, satisfaction = ?, words = ?, answered_at = ?,
                            answered_login = ?, revision = revision + 1 where id = ?
                        """)
                .params(
                        survey.isDisputed() ? "DISPUTED" : "ANSWERED",
                        how,
                        survey.contacted(),
                        survey.solved(),
                        survey.satisfaction(),
                        survey.words(),
                        Times.sql(at),
                        login,
                        one.id())
                .update();
    }

    void settled(FollowUp one) {
        jdbc.sql("update follow_up set state = 'SETTLED', revision = revision + 1 where id = ?")
                .param(one.id())
                .update();
    }

    private static FollowUp followUp(ResultSet row, int number) throws SQLException {
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("state"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("how"),
                row.getObject("contacted", Boolean.class),
                row.getObject("solved", Boolean.class),
                row.getObject("satisfaction", Integer.class),
                row.getString("words"),
                instant(row),
                row.getInt("revision"),
                row.getInt("case_revision"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = row.getObject("answered_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
