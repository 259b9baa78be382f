package org.intakehub.gateway.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Deadline;
import org.intakehub.core.clock.Deadlines;
import org.intakehub.core.clock.NoCalendar;
import org.intakehub.core.clock.Pause;
import org.intakehub.core.clock.Term;
import org.intakehub.gateway.platform.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the clocks of a case and explains each, day by day. */
@Component
public class ClockSheets {
    private final JdbcClient jdbc;
    private final Json json;
    private final Deadlines deadlines;
    private final Clock clock;

    ClockSheets(JdbcClient jdbc, Json json, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** In the order in which they are due. */
    public List<ClockSheet> of(UUID caseId) {
        return jdbc.sql("""
                        select k.kind, w.unit, k.started_at, k.due_at, k.stopped_at, k.paused_at, k.breached_at, k.term, k.policy,
                            k.pauses::text as pauses
                        from clock k left join work_order w on w.id = k.order_id
                        where k.case_id = ? order by k.due_at nulls last, k.id
                        """).param(caseId).query((row, number) -> sheet(row)).list();
    }

    private ClockSheet sheet(ResultSet row) throws SQLException {
        var kind = ClockKind.valueOf(row.getString("kind"));
        var started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        var due = instant(row, "due_at");
        var stopped = instant(row, "stopped_at");
        var paused = instant(row, "paused_at");
        var late = due != null && (stopped != null ? stopped : clock.instant()).isAfter(due);
        var pauses = new ArrayList<>(List.of(json.read(row.getString("pauses"), Pause[].class)));
        if (paused != null) {
            pauses.add(new Pause(paused, clock.instant()));
        }
        return new ClockSheet(
                kind,
                row.getString("unit"),
                started,
                due,
                stopped,
                paused,
                row.getObject("breached_at") != null || (late && paused == null && kind != ClockKind.RETURN),
                row.getString("term"),
                row.getString("policy"),
                steps(row.getString("term"), started, pauses));
    }

    private List<Deadline.Step> steps(String written, Instant started, List<Pause> pauses) {
        try {
            return Term.parse(written)
                    .map(term -> deadlines.of(term, started, pauses).steps())
                    .orElse(List.of());
        } catch (NoCalendar missing) {
            return List.of();
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
