package org.intakehub.gateway.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that wait for a second person, and what he said. */
@Component
public class Drafts {
    private static final String SELECT =
            "select d.id, d.seq, d.case_id, c.number, c.title, d.text, d.result, d.state, d.login, d.person, d.at, d.reviewed_person,"
                    + " d.reviewed_at, d.reason, d.revision from answer_draft d join case_file c on c.id = d.case_id ";

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One answer.
     *
     * @param seq its place in the list of those that wait
     * @param result whether it is what a unit's result comes to, not an answer in between
     * @param state WAITING, SENT, SENT_BACK or REPLACED by a later one
     * @param login of who wrote it
     * @param reason why it was sent back
     */
    public record Draft(
            UUID id,
            long seq,
            UUID caseId,
            String caseNumber,
            String title,
            String text,
            boolean result,
            String state,
            String login,
            String person,
            Instant at,
            @Nullable String reviewedPerson,
            @Nullable Instant reviewedAt,
            @Nullable String reason,
            int revision) {
        public boolean isWaiting() {
            return state.equals("WAITING");
        }

        @Override
        public String toString() {
            return "Draft[" + id + ", " + state + "]";
        }
    }

    /** Of one case, the oldest first. */
    public List<Draft> of(UUID caseId) {
        return jdbc.sql(SELECT + "where d.case_id = ? order by d.seq")
                .param(caseId)
                .query(Drafts::draft)
                .list();
    }

    /** Those that wait and that this one may see, the oldest first. */
    public List<Draft> waiting(Account reader, long after, int limit) {
        return jdbc.sql(SELECT + "where d.state = 'WAITING' and d.seq > ?"
                        + " and not exists (select from kept_from k where k.case_id = d.case_id and k.username = ?)"
                        + " order by d.seq limit ?")
                .params(after, reader.username(), limit)
                .query(Drafts::draft)
                .list();
    }

    Optional<Draft> lock(UUID caseId, UUID id) {
        return jdbc.sql(SELECT + "where d.id = ? and d.case_id = ? for update of d")
                .params(id, caseId)
                .query(Drafts::draft)
                .optional();
    }

    /** The one that waited before is replaced by it. */
    void add(UUID caseId, UUID id, String text, boolean result, Actor actor, Instant at) {
        jdbc.sql(
                        "update answer_draft set state = 'REPLACED', revision = revision + 1 where case_id = ? and state = 'WAITING'")
                .param(caseId)
                .update();
        jdbc.sql("insert into answer_draft (id, case_id, text, result, login, person, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, caseId, text, result, actor.login(), actor.person(), Times.sql(at))
                .update();
    }

    boolean isThere(UUID id) {
        return jdbc.sql("select count(*) from answer_draft where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void settle(Draft draft, String state, String text, @Nullable String reason, Actor actor, Instant at) {
        jdbc.sql("""
                        update answer_draft set state = :state, text = :text, reason = :reason::text, reviewed_login = :login,
                            reviewed_person = :person, reviewed_at = :at, revision = revision + 1 where id = :id
                        """)
                .param("state", state)
                .param("text", text)
                .param("reason", reason)
                .param("login", actor.login())
                .param("person", actor.person())
                .param("at", Times.sql(at))
                .param("id", draft.id())
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        var reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new Draft(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("result"),
                row.getString("state"),
                row.getString("login"),
                row.getString("person"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reviewed_person"),
                reviewed == null ? null : reviewed.toInstant(),
                row.getString("reason"),
                row.getInt("revision"));
    }
}
