package org.intakehub.gateway.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.intakehub.core.identity.Mark;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of contacts and what is known of them, many at a time: a burst of cases must not cost the database a burst of questions. */
@Component
class ContactRows {
    /** Of one mark that many contacts share, such as a company's number, only the newest are compared. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;

    ContactRows(JdbcClient jdbc, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    private record Name(String channel, String externalId) {
        static Name of(ContactOfCase found) {
            return new Name(found.channel(), Json.storable(found.externalId()));
        }
    }

    private record Row(UUID contact, String kind, String value) {}

    /** Two contacts that share a mark. */
    record Pair(UUID one, UUID other) {}

    /**
     * Keeps what the cases tell of their contacts.
     *
     * @return contacts of which something is known that was not before
     */
    Set<UUID> keep(List<ContactOfCase> found) {
        var known = contacts(found.stream().map(Name::of).distinct().toList());
        jdbc.sql(
                        "insert into contact_case (case_id, contact_id) select unnest(:cases), unnest(:contacts) on conflict do nothing")
                .param("cases", found.stream().map(ContactOfCase::caseId).toArray(UUID[]::new))
                .param("contacts", found.stream().map(one -> of(known, one)).toArray(UUID[]::new))
                .update();
        var marks = new HashMap<Row, Boolean>();
        for (var one : found) {
            for (var mark : one.marks()) {
                marks.merge(
                        new Row(of(known, one), mark.kind().name(), Json.storable(mark.value())),
                        mark.verified(),
                        Boolean::logicalOr);
            }
        }
        return add(marks);
    }

    private static UUID of(Map<Name, UUID> known, ContactOfCase one) {
        return Objects.requireNonNull(known.get(Name.of(one)), "each name has a contact by now");
    }

    private Map<Name, UUID> contacts(List<Name> names) {
        var channels = names.stream().map(Name::channel).toArray(String[]::new);
        var externalIds = names.stream().map(Name::externalId).toArray(String[]::new);
        jdbc.sql("""
                        with fresh as (
                            select n.* from unnest(:ids, :citizens, :channels, :externals) n (id, citizen_id, channel, external_id)
                            where not exists (select from contact c where c.channel = n.channel and c.external_id = n.external_id)),
                        people as (insert into citizen (id, created_at) select citizen_id, :now from fresh)
                        insert into contact (id, channel, external_id, citizen_id, first_at)
                            select id, channel, external_id, citizen_id, :now from fresh
                        """)
                .param("ids", names.stream().map(any -> ids.get()).toArray(UUID[]::new))
                .param("citizens", names.stream().map(any -> ids.get()).toArray(UUID[]::new))
                .param("channels", channels)
                .param("externals", externalIds)
                .param("now", Times.sql(clock.instant()))
                .update();
        var known = new HashMap<Name, UUID>();
        jdbc.sql(
                        "select c.id, c.channel, c.external_id from contact c join unnest(:channels, :externals) n (channel, external_id)"
                                + " on n.channel = c.channel and n.external_id = c.external_id")
                .param("channels", channels)
                .param("externals", externalIds)
                .query(row -> {
                    known.put(
                            new Name(row.getString("channel"), row.getString("external_id")),
                            row.getObject("id", UUID.class));
                });
        return known;
    }

    /** What was verified once stays so. */
    private Set<UUID> add(Map<Row, Boolean> marks) {
        var rows = List.copyOf(marks.keySet());
        return new HashSet<>(jdbc.sql("""
                        insert into contact_mark (contact_id, kind, value, verified)
                            select m.contact_id, m.kind, m.value, m.verified::boolean
                            from unnest(:contacts, :kinds, :values, :verified) m (contact_id, kind, value, verified)
                        on conflict (contact_id, kind, value) do update set verified = true
                            where not contact_mark.verified and excluded.verified
                        returning contact_id
                        """)
                .param("contacts", rows.stream().map(Row::contact).toArray(UUID[]::new))
                .param("kinds", rows.stream().map(Row::kind).toArray(String[]::new))
                .param("values", rows.stream().map(Row::value).toArray(String[]::new))
                .param(
                        "verified",
                        rows.stream().map(row -> String.valueOf(marks.get(row))).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** Each of the contacts with others that have the same number, address or identity number, the newest of them. */
    List<Pair> sharing(Set<UUID> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct m.contact_id as one, o.contact_id as other from contact_mark m
                        cross join lateral (select s.contact_id from contact_mark s
                            where s.value = m.value and s.kind = m.kind and s.kind <> 'NAME' and s.contact_id <> m.contact_id
                            order by s.contact_id desc limit :most) o
                        where m.contact_id in (:contacts) and m.kind <> 'NAME' order by 1, 2
                        """)
                .param("most", MOST)
                .param("contacts", contacts)
                .query(Pair.class)
                .list();
    }

    Map<UUID, Set<Mark>> marks(Set<UUID> contacts) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select contact_id, kind, value, verified from contact_mark where contact_id in (:contacts)")
                .param("contacts", contacts)
                .query((row, number) -> Map.entry(
                        row.getObject("contact_id", UUID.class),
                        new Mark(
                                Mark.Kind.valueOf(row.getString("kind")),
                                row.getString("value"),
                                row.getBoolean("verified"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
