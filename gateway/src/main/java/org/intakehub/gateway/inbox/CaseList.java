package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases newest first, a page at a time, as far as the reader may see them. */
@Component
class CaseList {
    static final int MOST = 500;

    private static final String COLUMNS = "select c.id, c.number, c.revision, c.state, c.channel, c.source, c.title,"
            + " {summary} as summary, c.assignee, c.accepted_at, c.updated_at, c.category, c.division, c.urgency,"
            + " c.threat, c.confidentiality, c.citizen_name, c.citizen_phones, c.citizen_email, c.citizen_address,"
            + " c.citizen_id_number, c.citizen_handle, c.anonymous,"
            + " (select w.unit from work_order w where w.case_id = c.id and w.role = 'LEAD' and w.state <> 'CANCELLED'"
            + "   order by w.seq desc limit 1) as unit,"
            + " (select min(k.due_at) from clock k where k.case_id = c.id and k.stopped_at is null"
            + " and k.paused_at is null and k.kind <> 'RETURN') as due_at,"
            + " (select count(*) from message m where m.case_id = c.id) as messages from case_file c";

    private static final String BEGINNING = "left(c.description, 200)";
    /** From a little before the first hit, where the reader may search the text; elsewhere a cut might bare half a name. */
    private static final String AROUND = "case when {searchable} then substring(c.description from"
            + " greatest(1, position(lower(:q) in lower(c.description)) - 20) for 200) else " + BEGINNING + " end";

    private static final int RECENT_CASES = 4_000;
    private static final String RECENT = "(select case_id, words from case_words where accepted_at <= :before"
            + " order by accepted_at desc, case_id desc limit :recent)";
    /** Materialised, so that the index of pairs is used whatever the statistics say. */
    private static final String BY_PAIRS =
            "(select case_id, words from case_words where pairs @> :pairs::text[] offset 0)";

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param size rows on a page, at most {@link #MOST} */
    Page<CaseRow> page(CaseAccess access, CaseFilter filter, Optional<Keyset> after, int size) {
        var rows = Math.min(size, MOST);
        if (filter.pattern().isEmpty()) {
            return page(access, filter, after, rows, "");
        }
        // A word that many cases have fills a page out of the newest; one that few have is found by its pairs of
        // characters.
        var newest = page(access, filter, after, rows, RECENT);
        return newest.next().isPresent() || filter.pairs().isEmpty()
                ? newest
                : page(access, filter, after, rows, BY_PAIRS);
    }

    private Page<CaseRow> page(
            CaseAccess access, CaseFilter filter, Optional<Keyset> after, int size, String candidates) {
        var conditions = new StringBuilder(" where ").append(access.visible());
        var parameters = new HashMap<>(access.parameters());
        filter.view().ifPresent(view -> conditions.append(" and ").append(view.condition()));
        if (!filter.channel().isEmpty()) {
            conditions.append(" and c.channel = :channel");
            parameters.put("channel", filter.channel());
        }
        if (!filter.state().isEmpty()) {
            conditions.append(" and c.state = :state");
            parameters.put("state", filter.state());
        }
        if (!filter.category().isEmpty()) {
            conditions.append(
                    filter.category().length() == 4
                            ? " and c.category = :category"
                            : " and c.category >= :category || '00' and c.category <= :category || '99'");
            parameters.put("category", filter.category());
        }
        if (!filter.unit().isEmpty()) {
            conditions
                    .append(" and c.id in (select w.case_id from work_order w where w.unit = :unit and ")
                    .append(CaseFacets.LED)
                    .append(")");
            parameters.put("unit", filter.unit());
        }
        filter.pattern().ifPresent(pattern -> {
            conditions
                    .append(" and c.id in (select s.case_id from ")
                    .append(candidates)
                    .append(" s where s.words ilike :pattern) and (")
                    .append(access.searchable())
                    .append(" or c.number ilike :pattern)");
            parameters.put("pattern", pattern);
            parameters.put("q", filter.q());
            parameters.put("pairs", filter.pairs().toArray(String[]::new));
            parameters.put(
                    "before",
                    after.map(place -> place.at().atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX));
            parameters.put("recent", RECENT_CASES);
        });
        after.ifPresent(place -> {
            conditions.append(" and (c.accepted_at, c.id) < (:at, :id)");
            parameters.put("at", place.at().atOffset(ZoneOffset.UTC));
            parameters.put("id", place.id());
        });
        parameters.put("limit", size + 1);
        var rows = jdbc.sql(
                        columns(access, filter) + conditions + " order by c.accepted_at desc, c.id desc limit :limit")
                .params(parameters)
                .query((row, number) -> row(access, row))
                .list();
        return Page.of(rows, size, row -> row.keyset().toString());
    }

    private static String columns(CaseAccess access, CaseFilter filter) {
        var summary = filter.q().isEmpty() ? BEGINNING : AROUND.replace("{searchable}", access.searchable());
        return COLUMNS.replace("{summary}", summary);
    }

    private static CaseRow row(CaseAccess access, ResultSet row) throws SQLException {
        return new CaseRow(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getInt("revision"),
                        CaseState.valueOf(row.getString("state")),
                        row.getString("channel"),
                        row.getString("source"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getTimestamp("accepted_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getString("category"),
                        row.getString("division"),
                        Urgency.valueOf(row.getString("urgency")),
                        row.getBoolean("threat"),
                        Confidentiality.valueOf(row.getString("confidentiality")),
                        row.getString("citizen_name"),
                        row.getBoolean("anonymous"),
                        row.getString("unit"),
                        row.getString("assignee"),
                        row.getTimestamp("due_at") == null
                                ? null
                                : row.getTimestamp("due_at").toInstant(),
                        row.getInt("messages"))
                .seenThrough(Veils.masked(access, row));
    }
}
