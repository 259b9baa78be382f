package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Mask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who a case's citizen is on other channels. A contact of whom the reader may see no case is not there for him, and neither is the
 * contact of a case whose citizen he may not see: whom a whistle-blower telephones as would name him.
 */
@Component
class IdentitySheets {
    private static final int MOST = 10;
    private static final Pattern NUMBER = Pattern.compile("[+\\d -]{7,20}");

    private final JdbcClient jdbc;

    IdentitySheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty while the case's contact was not found yet, and for a citizen without one. */
    Optional<IdentitySheet> find(CaseAccess access, UUID caseId) {
        var parameters = new HashMap<>(access.parameters());
        parameters.put("case", caseId);
        var own = jdbc.sql("select o.id, o.channel, o.external_id, array[]::text[] as reasons, null as joined_by,"
                        + " null::timestamptz as joined_at from contact_case k join contact o on o.id = k.contact_id"
                        + " join case_file c on c.id = k.case_id where c.id = :case and " + access.visible() + " and "
                        + access.searchable())
                .params(parameters)
                .query((row, number) -> contact(row))
                .optional();
        return own.map(contact -> {
            parameters.put("own", contact.id());
            return new IdentitySheet(
                    caseId,
                    contact,
                    contacts(access, parameters),
                    suggestions(access, parameters),
                    cases(access, parameters));
        });
    }

    private static String isSeen(CaseAccess access) {
        return "exists (select from contact_case k join case_file c on c.id = k.case_id where k.contact_id = o.id and "
                + access.visible() + " and " + access.searchable() + ")";
    }

    private List<IdentitySheet.Contact> contacts(CaseAccess access, Map<String, Object> parameters) {
        return jdbc.sql("select o.id, o.channel, o.external_id, coalesce(j.reasons, array[]::text[]) as reasons,"
                        + " j.joined_by, j.joined_at from contact mine join contact o on o.citizen_id = mine.citizen_id"
                        + " left join lateral (select * from contact_join x where x.undone_at is null"
                        + " and x.contact_id in (o.id, mine.id) and x.to_citizen = o.citizen_id"
                        + " order by x.contact_id = o.id desc, x.joined_at desc limit 1) j on true"
                        + " where mine.id = :own and o.id <> :own and " + isSeen(access) + " order by o.first_at")
                .params(parameters)
                .query((row, number) -> contact(row))
                .list();
    }

    private List<IdentitySheet.Contact> suggestions(CaseAccess access, Map<String, Object> parameters) {
        return jdbc.sql(
                        "select o.id, o.channel, o.external_id, p.reasons, null as joined_by, null::timestamptz as joined_at"
                                + " from contact_pair p join contact o on o.id = case when p.one_id = :own then p.other_id else p.one_id end"
                                + " join contact mine on mine.id = :own"
                                + " where (p.one_id = :own or p.other_id = :own) and p.state = 'SUGGESTED'"
                                + " and o.citizen_id <> mine.citizen_id and " + isSeen(access)
                                + " order by p.found_at limit " + MOST)
                .params(parameters)
                .query((row, number) -> contact(row))
                .list();
    }

    private List<IdentitySheet.Line> cases(CaseAccess access, Map<String, Object> parameters) {
        return jdbc.sql("select c.id, c.number, c.title, c.state, c.channel, c.accepted_at from contact mine"
                        + " join contact o on o.citizen_id = mine.citizen_id join contact_case k on k.contact_id = o.id"
                        + " join case_file c on c.id = k.case_id where mine.id = :own and c.id <> :case and "
                        + access.visible() + " and " + access.searchable() + " order by c.id desc limit " + MOST)
                .params(parameters)
                .query((row, number) -> new IdentitySheet.Line(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Mask.text(row.getString("title")),
                        CaseState.valueOf(row.getString("state")),
                        row.getString("channel"),
                        row.getTimestamp("accepted_at").toInstant()))
                .list();
    }

    /** On some channels what tells a citizen apart is his number; a platform's own sign for him is none. */
    private static String masked(String externalId) {
        return NUMBER.matcher(externalId).matches() ? Mask.of(externalId) : Mask.text(externalId);
    }

    private static IdentitySheet.Contact contact(ResultSet row) throws SQLException {
        return new IdentitySheet.Contact(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                masked(row.getString("external_id")),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("joined_by"),
                CaseRows.instant(row, "joined_at"));
    }
}
