package org.intakehub.gateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.Urgency;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.routes.stage.Hop;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work orders, and the CloudEvents that bring them to the units' queues. */
@Component
public class WorkOrders {
    /** What overtakes the others on the unit's queue. */
    private static final Set<String> URGENT = Set.of(Urgency.URGENT.name(), Urgency.CRITICAL.name());

    private static final String SELECT = """
            select w.id, w.seq, w.unit, w.role, w.state, w.revision, w.dispatched_at, c.number, c.title, c.description,
                c.address, c.division, c.category, c.appeal_type, c.urgency, c.threat, c.confidentiality, c.citizen_name,
                c.citizen_phones, c.citizen_email, c.citizen_address, c.citizen_id_number, c.citizen_handle, c.anonymous
            from work_order w join case_file c on c.id = w.case_id
            """;

    private final JdbcClient jdbc;
    private final UnitEvents events;

    WorkOrders(JdbcClient jdbc, UnitEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The hops that hand a case's work orders over; the same ids each time, so that a unit can tell a repetition. */
    public List<Hop> events(UUID caseId) {
        return jdbc
                .sql(SELECT + "where w.case_id = ? and w.state = 'DISPATCHED' order by w.seq")
                .param(caseId)
                .query(WorkOrders::workOrder)
                .list()
                .stream()
                .map(this::event)
                .toList();
    }

    /**
     * A unit's work orders in the order of their dispatch.
     *
     * @param afterSeq the last one that the caller has; 0 for the first page
     */
    public List<WorkOrder> of(String unit, long afterSeq, int limit) {
        return jdbc.sql(SELECT + "where w.unit = ? and w.seq > ? order by w.seq limit ?")
                .params(unit, afterSeq, limit)
                .query(WorkOrders::workOrder)
                .list();
    }

    /** A work order as its unit may see it; empty once it is not the unit's to work off any more. */
    public Optional<WorkOrder> open(UUID id) {
        return jdbc.sql(SELECT + "where w.id = ? and w.state not in ('RETURNED', 'CANCELLED', 'CLOSED')"
                        + " and not (w.unit = any (c.excluded_units))")
                .param(id)
                .query(WorkOrders::workOrder)
                .optional();
    }

    private Hop event(WorkOrder order) {
        var hop = events.dispatched(order.id(), order.unit(), order.caseNumber(), order.dispatchedAt(), order);
        return URGENT.contains(order.urgency()) ? hop.first() : hop;
    }

    private static WorkOrder workOrder(ResultSet row, int number) throws SQLException {
        var seesCitizen = !row.getBoolean("anonymous")
                && Confidentiality.valueOf(row.getString("confidentiality")).compareTo(Confidentiality.ON_REQUEST) < 0;
        var phones = List.of((String[]) row.getArray("citizen_phones").getArray());
        var veil = new Veil(!seesCitizen, Stream.concat(names(row), phones.stream()));
        return new WorkOrder(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getString("number"),
                row.getString("unit"),
                row.getString("role"),
                row.getString("state"),
                row.getInt("revision"),
                row.getObject("dispatched_at", OffsetDateTime.class).toInstant(),
                veil.text(row.getString("title")),
                veil.text(row.getString("description")),
                Optional.ofNullable(row.getString("address")).map(veil::text),
                Optional.ofNullable(row.getString("division")),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("appeal_type")),
                row.getString("urgency"),
                row.getBoolean("threat"),
                !seesCitizen,
                seesCitizen ? Optional.ofNullable(row.getString("citizen_name")) : Optional.empty(),
                seesCitizen ? phones : List.of());
    }

    private static Stream<@Nullable String> names(ResultSet row) throws SQLException {
        return Stream.of(
                row.getString("citizen_name"),
                row.getString("citizen_email"),
                row.getString("citizen_address"),
                row.getString("citizen_id_number"),
                row.getString("citizen_handle"));
    }
}
