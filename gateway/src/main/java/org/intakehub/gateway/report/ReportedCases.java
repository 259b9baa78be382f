package org.intakehub.gateway.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.inbox.Keyset;
import org.intakehub.gateway.inbox.Page;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind a figure, newest first: a page at a time, or all of them one by one. */
@Component
class ReportedCases {
    static final int MOST = 500;

    private static final String COLUMNS =
            "select c.id, c.number, c.channel, c.accepted_at, c.title, c.category, c.division,"
                    + " c.confidentiality, c.citizen_name, c.citizen_phones, c.citizen_email, c.citizen_address, c.citizen_id_number,"
                    + " c.citizen_handle, s.kind as settled_as, s.settled_at, f.satisfaction,"
                    + " (select w.unit from work_order w where w.case_id = c.id and w.role = 'LEAD' and w.dispatched_at < :asOf"
                    + "   order by w.seq desc limit 1) as unit,"
                    + " (select o.number from case_file o where o.id = m.main_id) as main_number, ";

    /** Rows that the database sends at a time. */
    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    ReportedCases(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        var batches = new JdbcTemplate(database);
        batches.setFetchSize(FETCHED);
        this.streaming = JdbcClient.create(batches);
    }

    Page<ReportedCase> page(Selection selection, CaseAccess access, Optional<Keyset> after, int size) {
        var parameters = selection.parameters(access);
        parameters.put("limit", size + 1);
        after.ifPresent(place -> {
            parameters.put("at", Times.sql(place.at()));
            parameters.put("key", selection.cohort().key(place));
        });
        var cohort = selection.cohort();
        var further = after.isPresent() ? " and (" + cohort.at() + ", " + cohort.key() + ") < (:at, :key)" : "";
        List<ReportedCase> found = jdbc.sql(rows(selection, access, further) + " limit :limit")
                .params(parameters)
                .query((row, number) -> row(selection, access, row))
                .list();
        return Page.of(found, size, row -> new Keyset(row.at(), row.key()).toString());
    }

    /**
     * Hands over every row, without ever holding more than a thousand; says how many they were. The transaction makes the database keep
     * the place between two batches.
     */
    @Transactional(readOnly = true)
    public long each(Selection selection, CaseAccess access, Consumer<ReportedCase> taker) {
        try (var rows = streaming
                .sql(rows(selection, access, ""))
                .params(selection.parameters(access))
                .query((row, number) -> row(selection, access, row))
                .stream()) {
            return rows.peek(taker).mapToLong(row -> 1).sum();
        }
    }

    private static String rows(Selection selection, CaseAccess access, String further) {
        var cohort = selection.cohort();
        return Selection.MAIN + COLUMNS + cohort.at() + " as at, " + cohort.key() + " as key, "
                + Figure.Conditions.LATE + " as late, " + cohort.worded(Figure.Conditions.RETURNED) + " as returned, "
                + Figure.Conditions.REWORKED + " as reworked" + cohort.from() + Figure.answers()
                + selection.where(access) + further + " order by " + cohort.at() + " desc, " + cohort.key() + " desc";
    }

    private static ReportedCase row(Selection selection, CaseAccess access, ResultSet row) throws SQLException {
        var veil = access.veil(row);
        var phones = List.of((String[]) row.getArray("citizen_phones").getArray());
        return new ReportedCase(
                row.getObject("id", UUID.class),
                selection.cohort().id(row.getObject("key")),
                instant(row, "at"),
                row.getString("number"),
                row.getString("channel"),
                instant(row, "accepted_at"),
                veil.text(row.getString("title")),
                row.getString("category"),
                row.getString("division"),
                row.getString("unit"),
                row.getString("settled_as"),
                row.getObject("settled_at") == null ? null : instant(row, "settled_at"),
                row.getString("main_number"),
                row.getBoolean("late"),
                row.getBoolean("returned"),
                row.getBoolean("reworked"),
                (@Nullable Integer) row.getObject("satisfaction", Integer.class),
                veil.field(row.getString("citizen_name")),
                String.join(" ", veil.contacts(phones)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
