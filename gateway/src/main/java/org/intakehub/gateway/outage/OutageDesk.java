package org.intakehub.gateway.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with outages; every step names the person who takes it (R9), and the stale and the impossible are refused. */
@Component
public class OutageDesk {
    /** Ids of the history are handed out before their commits. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Outages outages;
    private final OutageLinks links;
    private final OutageEvents events;
    private final CityRules rules;
    private final Clock clock;

    OutageDesk(JdbcClient jdbc, Outages outages, OutageLinks links, OutageEvents events, CityRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.outages = outages;
        this.links = links;
        this.events = events;
        this.rules = rules;
        this.clock = clock;
    }

    /** Registers an outage, ahead or when it happens; the same form sent twice is one outage. */
    @Transactional
    public void register(Registration wish, Actor actor) {
        wish.check(rules);
        skipOldEvents();
        var added = jdbc.sql("""
                        insert into outage (id, kind, planned, cause, unit, divisions, places, starts_at, ends_at, registered_by,
                            registered_at)
                        values (:id, :kind, :planned, :cause, :unit, :divisions, :places, :starts, :ends, :by, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", wish.id())
                .param("kind", wish.kind().name())
                .param("planned", wish.planned())
                .param("cause", wish.cause())
                .param("unit", wish.unit())
                .param("divisions", wish.divisions().toArray(String[]::new))
                .param("places", wish.places().toArray(String[]::new))
                .param("starts", Times.sql(wish.startsAt()))
                .param("ends", Times.sql(wish.endsAt()))
                .param("by", actor.person())
                .param("now", Times.sql(clock.instant()))
                .update();
        if (added == 1) {
            events.tell(
                    outages.find(wish.id()).orElseThrow(),
                    actor.login(),
                    OutageEvents.Kind.REGISTERED,
                    Map.of("person", actor.person()));
        }
    }

    /** While no outage is open nobody reads the history; what came before this one is looked up by its time. */
    private void skipOldEvents() {
        jdbc.sql("update outage_mark set history_id = greatest(history_id,"
                        + " (select coalesce(max(id), 0) from history where at < ?))"
                        + " where not exists (select from outage where state = 'OPEN')")
                .param(Times.sql(clock.instant().minus(SETTLED)))
                .update();
    }

    /** It will be over at another time than expected; an alarm falls silent until then. */
    @Transactional
    public void postpone(UUID id, int revision, Instant endsAt, String reason, Actor actor) {
        var why = RequestRules.reason(reason);
        var outage = lockOpen(id, revision);
        if (!endsAt.isAfter(clock.instant()) || !endsAt.isAfter(outage.startsAt())) {
            throw new ImpossibleStep(Obstacle.INCOMPLETE, "the new end lies in the future");
        }
        jdbc.sql("update outage set ends_at = ?, alarmed_at = null, revision = revision + 1 where id = ?")
                .params(Times.sql(endsAt), id)
                .update();
        events.tell(
                outages.find(id).orElseThrow(),
                actor.login(),
                OutageEvents.Kind.POSTPONED,
                Map.of(
                        "person",
                        actor.person(),
                        "reason",
                        why,
                        "before",
                        outage.endsAt().toString()));
    }

    /** It is over, and its citizens are told; one that has not begun yet is called off. */
    @Transactional
    public void end(UUID id, int revision, Actor actor) {
        var outage = lockOpen(id, revision);
        var now = clock.instant();
        var begun = !outage.startsAt().isAfter(now);
        jdbc.sql("update outage set state = ?, restored_at = ?, revision = revision + 1 where id = ?")
                .param(begun ? "RESTORED" : "CANCELLED")
                .param(begun ? Times.sql(now) : null)
                .param(id)
                .update();
        events.tell(
                outages.find(id).orElseThrow(),
                actor.login(),
                begun ? OutageEvents.Kind.RESTORED : OutageEvents.Kind.CANCELLED,
                Map.of("person", actor.person()));
    }

    /** A person puts a case down to an outage that has begun; its citizen is told like all others. */
    @Transactional
    public void link(UUID id, UUID caseId, Actor actor) {
        var outage = lock(id);
        if (outage.state().equals("CANCELLED") || outage.startsAt().isAfter(clock.instant())) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "the outage has not begun");
        }
        var mayBe = jdbc.sql("select count(*) from case_file c where c.id = ? and " + Outages.OPEN_TO_LISTS)
                .param(caseId)
                .query(Integer.class)
                .single();
        if (mayBe == 0) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "there is no such case, or its citizen asked for secrecy");
        }
        if (links.link(outage, caseId, actor.login())) {
            note(id, caseId, actor, OutageEvents.Kind.CASE_LINKED);
        }
    }

    /** A person says that a case has another cause; the hub never links it again. */
    @Transactional
    public void unlink(UUID id, UUID caseId, Actor actor) {
        lock(id);
        if (links.unlink(id, caseId, actor.login())) {
            note(id, caseId, actor, OutageEvents.Kind.CASE_UNLINKED);
        }
    }

    private void note(UUID id, UUID caseId, Actor actor, OutageEvents.Kind kind) {
        events.add(id, actor.login(), kind, Map.of("person", actor.person(), "case", caseId.toString()));
    }

    private Outage lockOpen(UUID id, int revision) {
        var outage = lock(id);
        if (outage.revision() != revision) {
            throw new ImpossibleStep(Obstacle.STALE, "the outage changed since; read it again");
        }
        if (!outage.isOpen()) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "the outage is over");
        }
        return outage;
    }

    private Outage lock(UUID id) {
        jdbc.sql("select id from outage where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return outages.find(id).orElseThrow(() -> new ImpossibleStep(Obstacle.WRONG_STATE, "there is no such outage"));
    }
}
