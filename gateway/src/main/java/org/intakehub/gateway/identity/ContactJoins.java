package org.intakehub.gateway.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Joins contacts to one citizen and parts them again; a join moves contacts, destroys nothing, and names who made and who undid it. */
@Component
public class ContactJoins {
    private final JdbcClient jdbc;
    private final History history;
    private final Supplier<UUID> ids;
    private final Clock clock;

    ContactJoins(JdbcClient jdbc, History history, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a person or the hub refused or settled before stays. */
    void suggest(UUID contact, UUID other, List<String> reasons) {
        if (!citizen(contact).equals(citizen(other))) {
            jdbc.sql(
                            "insert into contact_pair (one_id, other_id, reasons, found_at)"
                                    + " values (least(:one, :other), greatest(:one, :other), :reasons, :now) on conflict do nothing")
                    .param("one", contact)
                    .param("other", other)
                    .param("reasons", reasons.toArray(String[]::new))
                    .param("now", Times.sql(clock.instant()))
                    .update();
        }
    }

    /**
     * Makes the citizen of the other contact the citizen of this one, with all contacts that he has.
     *
     * @return false if they are one citizen already, or it is the hub that wants it and a person said no before
     */
    @Transactional
    public boolean join(UUID contact, UUID other, List<String> reasons, String actor) {
        var from = citizen(contact);
        var to = citizen(other);
        if (from.equals(to) || (actor.equals(History.HUB) && isRefused(contact, other))) {
            return false;
        }
        var now = Times.sql(clock.instant());
        for (var moved : contacts(from)) {
            jdbc.sql(
                            "insert into contact_join (id, contact_id, from_citizen, to_citizen, reasons, joined_by, joined_at)"
                                    + " values (:id, :contact, :from, :to, :reasons, :actor, :now);"
                                    + " update contact set citizen_id = :to where id = :contact")
                    .param("id", ids.get())
                    .param("contact", moved)
                    .param("from", from)
                    .param("to", to)
                    .param("reasons", reasons.toArray(String[]::new))
                    .param("actor", actor)
                    .param("now", now)
                    .update();
        }
        settle(contact, other, reasons, "JOINED", actor);
        tell(contact, actor, History.Event.CONTACT_JOINED, Map.of("with", other));
        return true;
    }

    /**
     * Undoes what joined a contact with the others of its citizen: it goes away, or those that were joined to it do; the hub never joins
     * them again.
     *
     * @return false if it is alone
     */
    @Transactional
    public boolean part(UUID contact, String actor) {
        var citizen = citizen(contact);
        var others =
                contacts(citizen).stream().filter(one -> !one.equals(contact)).toList();
        if (others.isEmpty()) {
            return false;
        }
        if (undo("j.contact_id = :contact", contact, citizen, actor) == 0) {
            undo("j.contact_id <> :contact", contact, citizen, actor);
        }
        others.forEach(other -> settle(contact, other, List.of(), "REFUSED", actor));
        tell(contact, actor, History.Event.CONTACT_PARTED, Map.of("from", citizen));
        return true;
    }

    /** Whoever was joined goes back to the citizen that he was before. */
    private int undo(String which, UUID contact, UUID citizen, String actor) {
        return jdbc.sql("with undone as (update contact_join j set undone_by = :actor, undone_at = :now"
                        + " where j.undone_at is null and j.to_citizen = :citizen and " + which
                        + " returning j.contact_id, j.from_citizen)"
                        + " update contact c set citizen_id = u.from_citizen from undone u where c.id = u.contact_id")
                .param("actor", actor)
                .param("now", Times.sql(clock.instant()))
                .param("citizen", citizen)
                .param("contact", contact)
                .update();
    }

    /** A person says that two contacts are two people; they are never suggested again. */
    @Transactional
    public boolean refuse(UUID contact, UUID other, String actor) {
        if (contact.equals(other) || citizen(contact).equals(citizen(other))) {
            return false;
        }
        settle(contact, other, List.of(), "REFUSED", actor);
        tell(contact, actor, History.Event.CONTACT_REFUSED, Map.of("with", other));
        return true;
    }

    private UUID citizen(UUID contact) {
        return jdbc.sql("select citizen_id from contact where id = ? for update")
                .param(contact)
                .query(UUID.class)
                .single();
    }

    private List<UUID> contacts(UUID citizen) {
        return jdbc.sql("select id from contact where citizen_id = ? order by id for update")
                .param(citizen)
                .query(UUID.class)
                .list();
    }

    private boolean isRefused(UUID contact, UUID other) {
        return jdbc.sql("""
                        select exists (select from contact_pair p join contact a on a.id = p.one_id join contact b on b.id = p.other_id
                            where p.state = 'REFUSED' and ((a.citizen_id, b.citizen_id) in (
                                select x.citizen_id, y.citizen_id from contact x, contact y
                                where (x.id, y.id) in ((:one, :other), (:other, :one)))))
                        """)
                .param("one", contact)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    private void settle(UUID contact, UUID other, List<String> reasons, String state, String actor) {
        jdbc.sql("""
                        insert into contact_pair (one_id, other_id, reasons, found_at, state, settled_by, settled_at)
                        values (least(:one, :other), greatest(:one, :other), :reasons, :now, :state, :actor, :now)
                        on conflict (one_id, other_id) do update set state = excluded.state, settled_by = excluded.settled_by,
                            settled_at = excluded.settled_at
                        """)
                .param("one", contact)
                .param("other", other)
                .param("reasons", reasons.toArray(String[]::new))
                .param("now", Times.sql(clock.instant()))
                .param("state", state)
                .param("actor", actor)
                .update();
    }

    /** In the history of the contact's newest case. */
    private void tell(UUID contact, String actor, History.Event event, Map<String, ?> detail) {
        jdbc.sql("select case_id from contact_case where contact_id = ? order by case_id desc limit 1")
                .param(contact)
                .query(UUID.class)
                .optional()
                .ifPresent(caseId -> history.append(caseId, actor, event, detail));
    }
}
