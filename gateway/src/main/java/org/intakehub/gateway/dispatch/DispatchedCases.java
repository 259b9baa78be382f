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
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.dispatch.Assignment;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Classified cases on their way to the units. */
@Component
class DispatchedCases {
    private static final String SELECT = """
            select state, accepted_at, category, confidence, appeal_type, urgency, threat, division, area, confidentiality,
                excluded_units
            from case_file where id = ?
            """;

    private final JdbcClient jdbc;
    private final CityRules rules;
    private final Supplier<UUID> ids;

    DispatchedCases(JdbcClient jdbc, CityRules rules, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.ids = ids;
    }

    /** A case to dispatch, locked until the transaction ends. */
    record Open(CaseState state, Instant acceptedAt, Classification classification) {}

    Optional<Open> lock(UUID id) {
        return jdbc.sql(SELECT + " for update").param(id).query(this::open).optional();
    }

    /** The same for a reader who changes nothing. */
    Optional<Open> find(UUID id) {
        return jdbc.sql(SELECT).param(id).query(this::open).optional();
    }

    void toTriage(UUID id) {
        jdbc.sql("update case_file set state = 'TRIAGE', revision = revision + 1, updated_at = now() where id = ?")
                .param(id)
                .update();
    }

    /** Gives each unit its work order, and says in the case, its clock and its history that it was dispatched. */
    void dispatched(UUID id, List<Assignment> assignments, Instant now, Map<String, Object> event) {
        jdbc.sql("""
                        insert into work_order (id, case_id, unit, role, reason, dispatched_at)
                            select unnest(:ids), :case, unnest(:units), unnest(:roles), unnest(:reasons), :now
                            on conflict (case_id, unit, role) do nothing;
                        update case_file set state = 'DISPATCHED', revision = revision + 1, updated_at = :now where id = :case;
                        update clock set stopped_at = :now where case_id = :case and kind = 'DISPATCH' and stopped_at is null;
                        """ + History.APPEND)
                .param("ids", assignments.stream().map(any -> ids.get()).toArray(UUID[]::new))
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
                        Optional.ofNullable(row.getString("division")).flatMap(rules::division),
                        AreaKind.valueOf(row.getString("area")),
                        Confidentiality.valueOf(row.getString("confidentiality")),
                        List.of(),
                        true,
                        List.of((String[]) row.getArray("excluded_units").getArray())));
    }
}
