package org.intakehub.gateway.reply;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers that a person has to bring to the citizen: because the platform has no way for machines, or because a way failed. */
@Component
public class HandTasks {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final History history;

    HandTasks(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /**
     * An answer that waits for a person.
     *
     * @param state BY_HAND, or FAILED or UNCERTAIN after a way that machines have
     * @param reason what to do, or what went wrong
     */
    public record Task(
            UUID id,
            UUID caseId,
            String caseNumber,
            String source,
            String state,
            Optional<String> reason,
            Optional<String> externalUrl,
            String text,
            Instant createdAt) {
        @Override
        public String toString() {
            return "Task[" + id + ", " + state + "]";
        }
    }

    /** The tasks that wait longest, two hundred at most. */
    public List<Task> waiting() {
        return jdbc.sql("""
                        select r.id, r.case_id, c.number, r.source, r.state, r.reason, c.external_url, r.text, r.created_at
                        from reply r join case_file c on c.id = r.case_id
                        where r.state in ('BY_HAND', 'FAILED', 'UNCERTAIN') order by r.created_at, r.id limit ?
                        """)
                .param(MOST)
                .query((row, number) -> new Task(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getString("number"),
                        row.getString("source"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getString("external_url")),
                        row.getString("text"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * A person says that the citizen has the answer.
     *
     * @return false if no such answer of this case waits for a person
     */
    @Transactional
    public boolean posted(UUID caseId, UUID replyId, String actor) {
        var settled = jdbc.sql("""
                        update reply set state = 'SENT', sent_at = now(), reason = null
                        where id = ? and case_id = ? and state in ('BY_HAND', 'FAILED', 'UNCERTAIN')
                        """).params(replyId, caseId).update() == 1;
        if (settled) {
            history.append(caseId, actor, History.Event.REPLY_SENT, Map.of("reply", replyId, "how", "by hand"));
        }
        return settled;
    }

    /** The platform shows an answer to the matter: what was to be posted there stands. */
    public void seen(UUID caseId, String source) {
        var confirmed = jdbc.sql("""
                        update reply set state = 'SENT', sent_at = now(), reason = null
                        where case_id = ? and source = ? and state = 'BY_HAND' and kind = 'ANSWER' returning id
                        """).params(caseId, source).query(UUID.class).list();
        for (var id : confirmed) {
            history.append(
                    caseId, History.HUB, History.Event.REPLY_SENT, Map.of("reply", id, "how", "seen on the platform"));
        }
    }
}
