package org.intakehub.gateway.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers that people are writing: kept as they type, one for each person and case, and readable for the others at the desk. Templates
 * call it {@code @sharedDrafts}.
 */
@Component
public class SharedDrafts {
    private final JdbcClient jdbc;
    private final Clock clock;

    SharedDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody has written so far. */
    public record Draft(String author, String text, Instant savedAt) {
        @Override
        public String toString() {
            return "Draft[" + author + ", " + text.length() + " characters]";
        }
    }

    /** An empty text forgets it. */
    public void save(UUID caseId, String author, String text) {
        if (text.isBlank()) {
            forget(caseId, author);
            return;
        }
        jdbc.sql(
                        "insert into draft (case_id, author, text, saved_at) values (:case, :author, :text, :now)"
                                + " on conflict (case_id, author) do update set text = excluded.text, saved_at = excluded.saved_at")
                .param("case", caseId)
                .param("author", author)
                .param("text", text)
                .param("now", Times.sql(clock.instant()))
                .update();
    }

    public void forget(UUID caseId, String author) {
        jdbc.sql("delete from draft where case_id = ? and author = ?")
                .params(caseId, author)
                .update();
    }

    /** What somebody has written so far; empty if nothing. */
    public String mine(UUID caseId, String author) {
        return jdbc.sql("select text from draft where case_id = ? and author = ?")
                .params(caseId, author)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The latest first. */
    public List<Draft> of(UUID caseId) {
        return jdbc.sql("select author, text, saved_at from draft where case_id = ? order by saved_at desc, author")
                .param(caseId)
                .query(Draft.class)
                .list();
    }
}
