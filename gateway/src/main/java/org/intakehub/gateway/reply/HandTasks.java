package org.intakehub.gateway.reply;

import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers that a person has to bring to the citizen: because the platform has no way for machines, or because a way failed. */
@Component
public class HandTasks {
    private final JdbcClient jdbc;
    private final History history;

    HandTasks(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
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
