package org.intakehub.gateway.counter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.dispatch.Unit;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a case has come, for whoever knows its number and query code; it tells nothing of the citizen. Whether the number or the code was
 * wrong shows neither in the answer nor in the time it takes.
 */
@Component
class Progress {
    /** Compared where there is no such number, so that the same work is done. */
    private static final String NO_CODE = "no query code looks like this";

    private final JdbcClient jdbc;
    private final CityRules rules;

    Progress(JdbcClient jdbc, CityRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** An answer of the city. */
    record Said(Instant at, String text) {}

    /**
     * What the holder of number and code may know.
     *
     * @param outcome TRANSFERRED or NOT_ACCEPTED, where "done" alone would mislead
     * @param unit who leads, by name
     */
    record Shown(
            String number,
            CitizenState state,
            Optional<String> outcome,
            Instant acceptedAt,
            Optional<Instant> dispatchedAt,
            Optional<String> unit,
            List<Said> answers) {
        public Shown {
            answers = List.copyOf(answers);
        }
    }

    private record Found(
            UUID id, String number, String queryCode, String state, Instant acceptedAt, List<String> known) {}

    Optional<Shown> look(String number, String code) {
        var found = find(number);
        var expected = found.map(Found::queryCode).orElse(NO_CODE);
        var fits = MessageDigest.isEqual(expected.getBytes(UTF_8), code.getBytes(UTF_8));
        return fits ? found.map(this::shown) : Optional.empty();
    }

    /** A case that was merged into another goes where that one goes. */
    private Optional<Found> find(String number) {
        return jdbc.sql("""
                        select c.number, c.query_code, c.accepted_at, coalesce(m.id, c.id) as id, coalesce(m.state, c.state) as state,
                            c.citizen_name, c.citizen_phones, c.citizen_email, c.citizen_address, c.citizen_id_number
                        from case_file c left join case_file m on m.id = c.merged_into where c.number = ?
                        """).param(number).query(Progress::found).optional();
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        var known = new ArrayList<>(
                List.of((String[]) row.getArray("citizen_phones").getArray()));
        for (var column : List.of("citizen_name", "citizen_email", "citizen_address", "citizen_id_number")) {
            Optional.ofNullable(row.getString(column)).ifPresent(known::add);
        }
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("query_code"),
                row.getString("state"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                known);
    }

    private Shown shown(Found found) {
        var lead = jdbc.sql("""
                        select unit, dispatched_at from work_order where case_id = ? and role = 'LEAD' and state <> 'CANCELLED'
                        order by seq desc limit 1
                        """)
                .param(found.id())
                .query((row, index) -> new Lead(
                        row.getString("unit"),
                        row.getObject("dispatched_at", OffsetDateTime.class).toInstant()))
                .optional();
        return new Shown(
                found.number(),
                CitizenState.of(found.state()),
                Optional.ofNullable(outcome(found.state())),
                found.acceptedAt(),
                lead.map(Lead::since),
                lead.flatMap(one -> name(one.unit())),
                answers(found));
    }

    private Optional<String> name(String unit) {
        return UnitCode.isWellFormed(unit) ? rules.unit(new UnitCode(unit)).map(Unit::name) : Optional.empty();
    }

    private static @Nullable String outcome(String state) {
        return state.equals(CaseState.TRANSFERRED.name()) || state.equals(CaseState.NOT_ACCEPTED.name()) ? state : null;
    }

    /** An answer counts from when it was given: that no other way reaches the citizen must not keep it from this page. */
    private List<Said> answers(Found found) {
        return jdbc.sql("""
                        select text, created_at from reply where case_id = ? and kind = 'ANSWER'
                            and state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'UNCERTAIN', 'BY_HAND', 'FAILED')
                        order by created_at limit 50
                        """)
                .param(found.id())
                .query((row, index) -> new Said(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        PublicText.of(row.getString("text"), found.known())))
                .list();
    }

    private record Lead(String unit, Instant since) {}
}
