package org.intakehub.gateway.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.answer.ReviewRule;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an answer is about. */
@Component
class AnsweredMatters {
    private final JdbcClient jdbc;

    AnsweredMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Matter> find(UUID caseId) {
        return jdbc.sql("""
                        select c.number, c.category, c.channel, c.appeal_type, c.urgency, c.confidentiality, w.unit, w.answer
                        from case_file c left join lateral (select unit, answer from work_order o where o.case_id = c.id
                            and o.role = 'LEAD' and o.state not in ('RETURNED', 'CANCELLED') order by o.seq desc limit 1) w on true
                        where c.id = ?
                        """).param(caseId).query(AnsweredMatters::matter).optional();
    }

    private static Matter matter(ResultSet row, int number) throws SQLException {
        var answered = new ReviewRule.Answered(
                row.getString("channel"),
                Optional.ofNullable(row.getString("appeal_type"))
                        .map(AppealType::valueOf)
                        .orElse(AppealType.OTHER),
                Urgency.valueOf(row.getString("urgency")),
                Confidentiality.valueOf(row.getString("confidentiality")));
        return new Matter(
                row.getString("number"),
                Optional.ofNullable(row.getString("category")).map(CategoryCode::new),
                answered,
                Optional.ofNullable(row.getString("unit")),
                Optional.ofNullable(row.getString("answer")));
    }
}
