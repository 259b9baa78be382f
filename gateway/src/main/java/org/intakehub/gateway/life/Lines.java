package org.intakehub.gateway.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.dispatch.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks cases and work orders for a step, always the case first; a revision that is not the current one is refused (R19). */
@Component
class Lines {
    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CaseLine lockCase(UUID id, int revision) {
        var line = lockCase(id);
        checkRevision(line.revision(), revision);
        return line;
    }

    private CaseLine lockCase(UUID id) {
        return jdbc.sql("""
                        select id, number, state, revision, channel, appeal_type, urgency, area, accepted_at, superior_due_at
                        from case_file where id = ? for update
                        """).param(id).query(Lines::caseLine).single();
    }

    OrderLine lockOrder(UUID id, int revision) {
        var line = lockOrder(id);
        checkRevision(line.revision(), revision);
        return line;
    }

    OrderLine lockOrder(UUID id) {
        var caseId = jdbc.sql("select case_id from work_order where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        var locked = lockCase(caseId);
        return jdbc.sql("select id, unit, role, state, revision from work_order where id = ? for update")
                .param(id)
                .query((row, number) -> orderLine(row, locked))
                .single();
    }

    /** The case's work orders that were not taken back, locked. */
    List<OrderLine> lockOrders(CaseLine of) {
        return jdbc.sql("select id, unit, role, state, revision from work_order where case_id = ?"
                        + " and state not in ('RETURNED', 'CANCELLED') order by seq for update")
                .param(of.id())
                .query((row, number) -> orderLine(row, of))
                .list();
    }

    static void checkRevision(int current, int seen) {
        if (current != seen) {
            throw new ImpossibleStep(
                    Obstacle.STALE, "it changed since revision " + seen + "; read it again, it is at " + current);
        }
    }

    private static OrderLine orderLine(ResultSet row, CaseLine of) throws SQLException {
        return new OrderLine(
                row.getObject("id", UUID.class),
                of,
                row.getString("unit"),
                Role.valueOf(row.getString("role")),
                OrderState.valueOf(row.getString("state")),
                row.getInt("revision"));
    }

    private static CaseLine caseLine(ResultSet row, int number) throws SQLException {
        return new CaseLine(
                row.getObject("id", UUID.class),
                row.getString("number"),
                CaseState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getString("channel"),
                Optional.ofNullable(row.getString("appeal_type"))
                        .map(AppealType::valueOf)
                        .orElse(AppealType.OTHER),
                Urgency.valueOf(row.getString("urgency")),
                AreaKind.valueOf(row.getString("area")),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("superior_due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
