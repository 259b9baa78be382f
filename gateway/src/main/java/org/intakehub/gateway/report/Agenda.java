package org.intakehub.gateway.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the monthly consultation should talk about (R16): what repeats, what stalls, and about what people disagree. */
@Component
class Agenda {
    private static final int MOST = 10;
    /** Fewer of one kind at one place are no pattern. */
    private static final int FEWEST = 3;

    private static final String ITEM = "select c.id, c.number, c.title, c.category, c.division, c.accepted_at,"
            + " c.confidentiality, c.citizen_name, c.citizen_phones, c.citizen_email, c.citizen_address, c.citizen_id_number,"
            + " c.citizen_handle, (select w.unit from work_order w where w.case_id = c.id and w.role = 'LEAD'"
            + " and w.dispatched_at < :asOf order by w.seq desc limit 1) as unit, ";
    private static final String OPEN_AND_LATE = ITEM
            + " extract(day from :asOf::timestamptz - c.accepted_at)::bigint as times from case_file c"
            + " where c.accepted_at < :to and c.id in (select k.case_id from clock k where k.kind in ('CLOSE', 'SUPERIOR')"
            + " and k.breached_at < :asOf)"
            + " and not exists (select from settlement s where s.case_id = c.id and s.settled_at < :asOf"
            + "   and (s.reopened_at is null or s.reopened_at >= :asOf))"
            + " and not exists (select from case_merge j where j.case_id = c.id and j.merged_at < :asOf"
            + "   and (j.undone_at is null or j.undone_at >= :asOf))";
    private static final String TOLD_AGAIN = Selection.MAIN
            + ITEM
            + "t.times from (select main_id as case_id, count(*) as times from main group by 1) t"
            + " join case_file c on c.id = t.case_id where true";
    private static final String DISPUTED = ITEM
            + "t.times from (select case_id, count(*) as times from (select q.case_id from order_request q where q.kind = 'RETURN'"
            + "   and q.asked_at >= :from and q.asked_at < :asOf union all select f.case_id from follow_up f"
            + "   where f.answered_at >= :from and f.answered_at < :asOf and (f.satisfaction < 3 or not f.solved)) disputed"
            + " group by 1) t join case_file c on c.id = t.case_id where true";
    private static final String REPEATED =
            "select c.category, c.division, count(*) filter (where c.accepted_at >= :from) as cases,"
                    + " count(*) filter (where c.accepted_at < :from) as before from case_file c where c.accepted_at >= :earlier"
                    + " and c.accepted_at < :to and c.category is not null and c.division is not null";

    private final JdbcClient jdbc;

    Agenda(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases of one kind at one place, and how many they were in as long a span before. */
    record Repeat(String category, String division, long cases, long before) {}

    /**
     * A case to talk about.
     *
     * @param times how often it was told again, how many days it is open, or how often somebody objected
     */
    record Item(
            UUID id,
            String number,
            String title,
            @Nullable String category,
            @Nullable String division,
            @Nullable String unit,
            Instant acceptedAt,
            long times) {}

    /** What there is to talk about, the gravest first and ten of a kind at most. */
    record Sheet(Span span, List<Repeat> repeated, List<Item> toldAgain, List<Item> stalled, List<Item> disputed) {
        Sheet {
            repeated = List.copyOf(repeated);
            toldAgain = List.copyOf(toldAgain);
            stalled = List.copyOf(stalled);
            disputed = List.copyOf(disputed);
        }
    }

    Sheet of(Span span, CaseAccess access) {
        return new Sheet(
                span,
                repeated(span, access),
                items(TOLD_AGAIN, "t.times desc", span, access),
                items(OPEN_AND_LATE, "c.accepted_at", span, access),
                items(DISPUTED, "t.times desc", span, access));
    }

    private List<Repeat> repeated(Span span, CaseAccess access) {
        var parameters = parameters(span, access);
        parameters.put("earlier", Times.sql(span.before().start()));
        parameters.put("fewest", FEWEST);
        return jdbc.sql(REPEATED + " and " + access.visible() + " group by 1, 2"
                        + " having count(*) filter (where c.accepted_at >= :from) >= :fewest"
                        + " order by cases desc, before, c.category, c.division limit " + MOST)
                .params(parameters)
                .query(Repeat.class)
                .list();
    }

    private List<Item> items(String sql, String order, Span span, CaseAccess access) {
        return jdbc.sql(sql + " and " + access.visible() + " order by " + order + ", c.id limit " + MOST)
                .params(parameters(span, access))
                .query((row, number) -> item(row, access))
                .list();
    }

    private static Map<String, Object> parameters(Span span, CaseAccess access) {
        var parameters = new HashMap<>(access.parameters());
        parameters.putAll(span.parameters());
        return parameters;
    }

    private static Item item(ResultSet row, CaseAccess access) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("number"),
                access.veil(row).text(row.getString("title")),
                row.getString("category"),
                row.getString("division"),
                row.getString("unit"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getLong("times"));
    }
}
