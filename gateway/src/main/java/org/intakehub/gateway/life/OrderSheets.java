package org.intakehub.gateway.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.gateway.desk.Revelations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads work orders for the units that hold them. */
@Component
public class OrderSheets {
    private static final String SELECT =
            """
            select w.id, w.case_id, c.number, w.unit, w.role, w.state, w.revision, c.title, c.description, c.address, w.handler,
                w.dispatched_at, c.confidentiality, c.citizen_name, c.citizen_phones, c.citizen_email, c.citizen_address,
                c.citizen_id_number, c.citizen_handle, (select min(k.due_at) from clock k where k.case_id = w.case_id and k.stopped_at is null
                    and k.paused_at is null and k.kind in ('CLOSE', 'SUPERIOR')) as due_at,
                (select count(*) from urging u where u.order_id = w.id) as urgings,
            """ + Revelations.COLUMN + " from work_order w join case_file c on c.id = w.case_id ";

    /** What was excluded from a case after its dispatch does not see it any more. */
    private static final String OWN = " and not (w.unit = any (c.excluded_units))";

    private final JdbcClient jdbc;
    private final Requests requests;

    OrderSheets(JdbcClient jdbc, Requests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    /** Covers in a text what names a citizen whom the reader may not know; the policy for that is the inbox's. */
    @FunctionalInterface
    public interface Cover {
        UnaryOperator<String> over(ResultSet row) throws SQLException;
    }

    public Optional<OrderSheet> find(UUID id, Cover cover) {
        return jdbc.sql(SELECT + "where w.id = ? and w.state <> 'CANCELLED'" + OWN)
                .param(id)
                .query((row, number) -> sheet(row, cover.over(row), asked(row.getObject("case_id", UUID.class), id)))
                .optional();
    }

    /** The open work orders of a unit that this one of its people may see, in the order of their dispatch. */
    public List<OrderSheet> open(String unit, String reader, long afterSeq, int limit, Cover cover) {
        return jdbc.sql(SELECT + "where w.unit = ? and w.seq > ?"
                        + " and w.state in ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING')" + OWN
                        + " and not exists (select from kept_from k where k.case_id = w.case_id and k.username = ?)"
                        + " order by w.seq limit ?")
                .params(unit, afterSeq, reader, limit)
                .query((row, number) -> sheet(row, cover.over(row), List.of()))
                .list();
    }

    /** The place of a work order among its unit's, for paging. */
    public long seq(UUID id) {
        return jdbc.sql("select seq from work_order where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** All that the units of a case asked for, oldest first. */
    public List<OrderSheet.Asked> asked(UUID caseId) {
        return requests.ofCase(caseId).stream().map(OrderSheets::asked).toList();
    }

    private List<OrderSheet.Asked> asked(UUID caseId, UUID orderId) {
        return requests.ofCase(caseId).stream()
                .filter(request -> request.orderId().equals(orderId))
                .map(OrderSheets::asked)
                .toList();
    }

    private static OrderSheet.Asked asked(Requests.Request request) {
        return new OrderSheet.Asked(
                request.id(),
                request.kind().name(),
                request.state(),
                request.reason(),
                request.days(),
                request.late(),
                request.ruling(),
                request.revision());
    }

    private static OrderSheet sheet(ResultSet row, UnaryOperator<String> cover, List<OrderSheet.Asked> asked)
            throws SQLException {
        var state = OrderState.valueOf(row.getString("state"));
        return new OrderSheet(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("unit"),
                row.getString("role"),
                state,
                row.getInt("revision"),
                cover.apply(row.getString("title")),
                cover.apply(row.getString("description")),
                row.getString("address"),
                row.getString("handler"),
                row.getObject("dispatched_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                CaseLife.possible(state),
                asked,
                row.getInt("urgings"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
