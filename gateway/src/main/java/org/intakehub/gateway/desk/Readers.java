package org.intakehub.gateway.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a case open: an open page says so every few seconds, and who has been silent for a while has closed it. */
@Component
public class Readers {
    /** Two heartbeats of a page, and a little more. */
    static final Duration PRESENT = Duration.ofSeconds(25);

    private final JdbcClient jdbc;
    private final Clock clock;

    Readers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that somebody has it open, and tells the names of the others who have. */
    public List<String> meet(UUID caseId, String username) {
        var now = clock.instant();
        jdbc.sql("insert into case_reader (case_id, username, seen_at) values (:case, :me, :now)"
                        + " on conflict (case_id, username) do update set seen_at = excluded.seen_at")
                .param("case", caseId)
                .param("me", username)
                .param("now", Times.sql(now))
                .update();
        jdbc.sql("delete from case_reader where username = :me and seen_at < :gone")
                .param("me", username)
                .param("gone", Times.sql(now.minus(PRESENT)))
                .update();
        return jdbc.sql("select coalesce(u.display_name, r.username) from case_reader r"
                        + " left join user_account u on u.username = r.username"
                        + " where r.case_id = :case and r.username <> :me and r.seen_at >= :gone order by r.username")
                .param("case", caseId)
                .param("me", username)
                .param("gone", Times.sql(now.minus(PRESENT)))
                .query(String.class)
                .list();
    }
}
