package org.intakehub.gateway.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people at the desk tell each other about a case; {@code @name} mentions a colleague, who finds the case in a view of his own. */
@Component
public class Notes {
    /** Characters of a note at most. */
    public static final int LONGEST = 2_000;

    private static final Pattern MENTION = Pattern.compile("@([A-Za-z0-9][A-Za-z0-9._-]{1,63})");

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    Notes(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** One note. */
    public record Note(long id, String author, String text, Instant at) {
        @Override
        public String toString() {
            return "Note[" + id + ", " + author + "]";
        }
    }

    /** Adds a note; only colleagues who may read it are mentioned by it. */
    @Transactional
    public void add(UUID caseId, String author, String text) {
        var mentioned = colleagues(
                MENTION.matcher(text).results().map(Notes::name).distinct().toList());
        jdbc.sql(
                        "insert into note (case_id, author, text, mentioned, at) values (:case, :author, :text, :mentioned::text[], :now)")
                .param("case", caseId)
                .param("author", author)
                .param("text", text)
                .param("mentioned", mentioned.toArray(String[]::new))
                .param("now", Times.sql(clock.instant()))
                .update();
        history.append(caseId, author, History.Event.NOTED, Map.of("mentioned", mentioned));
    }

    /** A full stop after a name is none of it. */
    private static String name(MatchResult found) {
        var name = found.group(1);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private List<String> colleagues(List<String> names) {
        return names.isEmpty()
                ? names
                : jdbc.sql("select username from user_account where username in (:names) and enabled"
                                + " and role in ('OPERATOR', 'DISPATCHER', 'ADMIN') order by username")
                        .param("names", names)
                        .query(String.class)
                        .list();
    }

    /** Oldest first. */
    public List<Note> of(UUID caseId) {
        return jdbc.sql("select id, author, text, at from note where case_id = ? order by id")
                .param(caseId)
                .query(Note.class)
                .list();
    }
}
