package org.intakehub.gateway.identity;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.intakehub.core.identity.Mark;
import org.intakehub.core.identity.SameCitizen;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the contact of each new case beside the road, and joins or suggests what belongs to one citizen; one node at a time. */
@Component
public class Contacts {
    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);
    private static final int BATCH = 100;
    /** Of one mark that many contacts share, such as a company's number, only the newest are compared. */
    private static final int MOST = 20;
    /** Of the advisory lock: two nodes at once would not see each other's contacts. */
    private static final long LOCK = 0x636f6e74616374L;

    private final JdbcClient jdbc;
    private final ContactJoins joins;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Contacts(JdbcClient jdbc, ContactJoins joins, TransactionTemplate transaction, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.joins = joins;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void find() {
        try {
            while (findBatch() == BATCH) {
                LOG.debug("more cases wait for their contacts");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("finding contacts waits for the database: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Finds the contacts of the cases that wait longest.
     *
     * @return how many cases were looked at
     */
    public int findBatch() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
            return mine ? takeWaiting() : 0;
        }));
    }

    private int takeWaiting() {
        var waiting = jdbc.sql("""
                        delete from contact_waiting where case_id in (
                            select case_id from contact_waiting order by case_id limit ? for update skip locked)
                        returning case_id
                        """).param(BATCH).query(UUID.class).list();
        if (!waiting.isEmpty()) {
            jdbc.sql("select " + ContactOfCase.COLUMNS + " from case_file c where c.id in (:ids) order by c.id")
                    .param("ids", waiting)
                    .query((row, number) -> ContactOfCase.of(row))
                    .list()
                    .forEach(found -> found.ifPresent(this::keep));
        }
        return waiting.size();
    }

    private void keep(ContactOfCase found) {
        var id = contact(found);
        jdbc.sql("insert into contact_case (case_id, contact_id) values (?, ?) on conflict do nothing")
                .params(found.caseId(), id)
                .update();
        var news = found.marks().stream().filter(mark -> add(id, mark)).collect(Collectors.toSet());
        if (!news.isEmpty()) {
            compare(id, marks(id));
        }
    }

    private UUID contact(ContactOfCase found) {
        var externalId = Json.storable(found.externalId());
        var known = jdbc.sql("select id from contact where channel = ? and external_id = ?")
                .params(found.channel(), externalId)
                .query(UUID.class)
                .optional();
        return known.orElseGet(() -> {
            var id = ids.get();
            jdbc.sql("insert into citizen (id, created_at) values (:citizen, :now);"
                            + " insert into contact (id, channel, external_id, citizen_id, first_at)"
                            + " values (:id, :channel, :external, :citizen, :at)")
                    .param("citizen", ids.get())
                    .param("now", Times.sql(clock.instant()))
                    .param("id", id)
                    .param("channel", found.channel())
                    .param("external", externalId)
                    .param("at", Times.sql(found.at()))
                    .update();
            return id;
        });
    }

    /** What was verified once stays so. */
    private boolean add(UUID contact, Mark mark) {
        return jdbc.sql("""
                                insert into contact_mark (contact_id, kind, value, verified) values (?, ?, ?, ?)
                                on conflict (contact_id, kind, value) do update set verified = true
                                    where not contact_mark.verified and excluded.verified
                                """)
                        .params(contact, mark.kind().name(), Json.storable(mark.value()), mark.verified())
                        .update()
                == 1;
    }

    private Set<Mark> marks(UUID contact) {
        return Set.copyOf(jdbc.sql("select kind, value, verified from contact_mark where contact_id = ?")
                .param(contact)
                .query((row, number) -> new Mark(
                        Mark.Kind.valueOf(row.getString("kind")), row.getString("value"), row.getBoolean("verified")))
                .list());
    }

    private void compare(UUID contact, Set<Mark> marks) {
        for (var other : sharing(contact)) {
            var verdict = SameCitizen.judge(marks, marks(other));
            var reasons = verdict.reasons().stream().map(Enum::name).sorted().toList();
            switch (verdict.decision()) {
                case AUTOMATIC -> joins.join(contact, other, reasons, History.HUB);
                case SUGGESTED -> joins.suggest(contact, other, reasons);
                case NONE -> LOG.debug("contacts {} and {} contradict each other", contact, other);
            }
        }
    }

    private List<UUID> sharing(UUID contact) {
        return jdbc.sql("""
                        select distinct o.contact_id from contact_mark m join contact_mark o on o.value = m.value and o.kind = m.kind
                        where m.contact_id = :id and m.kind <> 'NAME' and o.contact_id <> :id
                        order by o.contact_id desc limit :most
                        """)
                .param("id", contact)
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }

    /** The contact of a case, once it was found. */
    public Optional<UUID> of(UUID caseId) {
        return jdbc.sql("select contact_id from contact_case where case_id = ?")
                .param(caseId)
                .query(UUID.class)
                .optional();
    }
}
