package org.intakehub.gateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Classified cases on their way to the units. */
@Component
class DispatchedCases {
    private final JdbcClient jdbc;
    private final CityRules rules;

    DispatchedCases(JdbcClient jdbc, CityRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** A case to dispatch, locked until the transaction ends. */
    record Open(CaseState state, Instant acceptedAt, Classification classification) {}

    Optional<Open> lock(UUID id) {
        return jdbc.sql("""
                        select state, accepted_at, category, confidence, appeal_type, urgency, threat, division, area,
                            confidentiality, excluded_units
                        from case_file where id = ? for update
                        """).param(id).query(this::open).optional();
    }

    void toTriage(UUID id) {
        jdbc.sql("update case_file set state = 'TRIAGE', revision = revision + 1, updated_at = now() where id = ?")
                .param(id)
                .update();
    }

    void dispatched(UUID id, Instant now) {
        jdbc.sql("update case_file set state = 'DISPATCHED', revision = revision + 1, updated_at = ? where id = ?")
                .params(Times.sql(now), id)
                .update();
        jdbc.sql("update clock set stopped_at = ? where case_id = ? and kind = 'DISPATCH' and stopped_at is null")
                .params(Times.sql(now), id)
                .update();
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
