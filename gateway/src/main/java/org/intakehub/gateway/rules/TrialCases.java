package org.intakehub.gateway.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Matter;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest cases as the classifier would see them again; read only, and as few at a time as fit into memory whatever they hold. */
@Component
class TrialCases {
    private static final int BATCH = 50;
    /** Who classified what no person did. */
    private static final String RULES = "rules";

    private final JdbcClient jdbc;

    TrialCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One case.
     *
     * @param title as the reader may see it
     * @param byPerson the category that a person gave it
     */
    record Case(UUID id, String number, Instant acceptedAt, String title, Matter matter, Optional<String> byPerson) {
        @Override
        public String toString() {
            return "Case[" + id + "]";
        }
    }

    /** The next newest ones that the reader may see behind a case; the newest of all if there is none. */
    List<Case> next(Account reader, Optional<Case> last) {
        var access = CaseAccess.of(reader);
        return jdbc.sql("""
                        select id, number, accepted_at, title, description, address, hinted_division, longitude, latitude,
                            reference_system, named_unit, confidentiality, occurred_at, category, classified_by, citizen_name,
                            citizen_phones, citizen_email, citizen_address, citizen_id_number, citizen_handle
                        from case_file c where (accepted_at, id) < (:at::timestamptz, :id::uuid) and
                        """ + access.visible() + " order by accepted_at desc, id desc limit :most")
                .params(access.parameters())
                .param(
                        "at",
                        last.map(one -> Times.sql(one.acceptedAt()).toString()).orElse("infinity"))
                .param("id", last.map(Case::id).orElse(new UUID(-1, -1)))
                .param("most", BATCH)
                .query((row, number) -> read(row, access))
                .list();
    }

    private static Case read(ResultSet row, CaseAccess access) throws SQLException {
        var by = row.getString("classified_by");
        return new Case(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                access.veil(row).text(row.getString("title")),
                matter(row),
                by == null || by.equals(RULES) ? Optional.empty() : column(row, "category"));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var system = row.getString("reference_system");
        var coordinates = system == null
                ? Optional.<Coordinates>empty()
                : Optional.of(new Coordinates(
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        Coordinates.ReferenceSystem.valueOf(system)));
        return new Matter(
                row.getString("title"),
                row.getString("description"),
                new PlaceHint(column(row, "address"), column(row, "hinted_division"), coordinates),
                column(row, "named_unit"),
                Confidentiality.valueOf(row.getString("confidentiality")),
                Optional.ofNullable(row.getObject("occurred_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<String> column(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getString(name));
    }
}
