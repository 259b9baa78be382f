package org.intakehub.gateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Place;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.dispatch.Assignment;
import org.intakehub.core.dispatch.Role;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.clock.ClockStarts;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Classified cases on their way to the units. */
@Component
class DispatchedCases {
    private static final String SELECT = """
            select state, accepted_at, category, confidence, appeal_type, urgency, threat, division, area, confidentiality,
                excluded_units, channel, superior_due_at
            from case_file where id = ?
            """;

    private final JdbcClient jdbc;
    private final CityRules rules;
    private final ClockStarts clocks;
    private final Supplier<UUID> ids;

    DispatchedCases(JdbcClient jdbc, CityRules rules, ClockStarts clocks, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clocks = clocks;
        this.ids = ids;
    }

    /** A case to dispatch, locked until the transaction ends. */
    record Open(
            CaseState state,
            Instant acceptedAt,
            Classification classification,
            String channel,
            Optional<Instant> superiorDue) {}

    Optional<Open> lock(UUID id) {
        return jdbc.sql(SELECT + " for update").param(id).query(this::open).optional();
    }

    /** The same for a reader who changes nothing. */
    Optional<Open> find(UUID id) {
        return jdbc.sql(SELECT).param(id).query(this::open).optional();
    }

    void toTriage(UUID id, CaseState from) {
        jdbc.sql("update case_file set state = ?, revision = revision + 1, updated_at = now() where id = ?")
                .params(CaseLife.after(from, CaseStep.ASK_A_PERSON).name(), id)
                .update();
    }

    /** Gives each unit its work order, and says in the case, its clock and its history that it was dispatched. */
    void dispatched(UUID id, Open open, List<Assignment> assignments, Instant now, Map<String, Object> event) {
        var orders = assignments.stream().map(any -> ids.get()).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into work_order (id, case_id, unit, role, reason, dispatched_at)
                            select unnest(:ids), :case, unnest(:units), unnest(:roles), unnest(:reasons), :now
                            on conflict do nothing;
                        update case_file set state = :next, first_unit = coalesce(first_unit, :lead), revision = revision + 1,
                            updated_at = :now where id = :case;
                        update clock set stopped_at = :now where case_id = :case and stops = 'DISPATCHED' and stopped_at is null;
                        """ + ClockStarts.INSERT + History.APPEND)
                .params(clocks.parameters(id, DispatchClocks.of(open, assignments, orders, now)))
                .param("next", CaseLife.after(open.state(), CaseStep.DISPATCH).name())
                .param("lead", lead(assignments))
                .param("ids", orders)
                .param(
                        "units",
                        texts(
                                assignments,
                                assignment -> assignment.unit().code().value()))
                .param(
                        "roles",
                        texts(assignments, assignment -> assignment.role().name()))
                .param("reasons", texts(assignments, Assignment::reason))
                .param("case", id)
                .param("now", Times.sql(now))
                .params(event)
                .update();
    }

    /** Who leads first answers for the case to its end (R9). */
    private static String lead(List<Assignment> assignments) {
        return assignments.stream()
                .filter(assignment -> assignment.role() == Role.LEAD)
                .map(assignment -> assignment.unit().code().value())
                .findFirst()
                .orElseThrow();
    }

    private static String[] texts(List<Assignment> assignments, Function<Assignment, String> text) {
        return assignments.stream().map(text).toArray(String[]::new);
    }

    private Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                CaseState.valueOf(row.getString("state")),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                new Classification(
                        Optional.ofNullable(row.getString("category")).map(CategoryCode::new),
                        row.getDouble("confidence"),
                        List.of(),
                        Optional.ofNullable(row.getString("appeal_type"))
                                .map(AppealType::valueOf)
                                .orElse(AppealType.OTHER),
                        Urgency.valueOf(row.getString("urgency")),
                        row.getBoolean("threat"),
                        Optional.ofNullable(row.getString("division"))
                                .flatMap(rules::division)
                                .map(division -> new Place(division, Optional.empty(), 1)),
                        AreaKind.valueOf(row.getString("area")),
                        Confidentiality.valueOf(row.getString("confidentiality")),
                        List.of(),
                        true,
                        List.of((String[]) row.getArray("excluded_units").getArray())),
                row.getString("channel"),
                Optional.ofNullable(row.getObject("superior_due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
