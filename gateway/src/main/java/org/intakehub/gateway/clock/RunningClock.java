package org.intakehub.gateway.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Pause;
import org.intakehub.core.clock.Rung;
import org.intakehub.core.clock.Term;
import org.intakehub.gateway.platform.Json;

/**
 * A clock as it stands in the database, locked until the transaction ends.
 *
 * @param percent share at which somebody was told last
 * @param unit whose work order it is, or who leads the case; empty before dispatch
 */
record RunningClock(
        long id,
        UUID caseId,
        Optional<UUID> order,
        String caseNumber,
        Optional<Instant> due,
        boolean isBreached,
        int percent,
        boolean isUrgent,
        Optional<String> unit,
        Wakes.Run run) {
    /** Over {@code clock k}, {@code case_file c} and, to the left, {@code work_order w}. */
    static final String COLUMNS = """
            k.id, k.case_id, k.order_id, k.kind, k.started_at, k.due_at, k.breached_at, k.term, k.ladder, k.percent,
            k.pauses::text as pauses, c.number, c.urgency, c.threat, coalesce(w.unit, (select l.unit from work_order l
                where l.case_id = k.case_id and l.role = 'LEAD' and l.state not in ('RETURNED', 'CANCELLED') limit 1)) as unit
            """;

    static RunningClock of(ResultSet row, Json json) throws SQLException {
        var urgency = Urgency.valueOf(row.getString("urgency"));
        return new RunningClock(
                row.getLong("id"),
                row.getObject("case_id", UUID.class),
                Optional.ofNullable(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                instant(row, "due_at"),
                row.getObject("breached_at") != null,
                row.getInt("percent"),
                urgency.compareTo(Urgency.URGENT) >= 0 || row.getBoolean("threat"),
                Optional.ofNullable(row.getString("unit")),
                new Wakes.Run(
                        ClockKind.valueOf(row.getString("kind")),
                        Term.parse(row.getString("term")).orElseThrow(),
                        instant(row, "started_at").orElseThrow(),
                        List.of(json.read(row.getString("pauses"), Pause[].class)),
                        Rung.ladder(row.getString("ladder"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
