package org.intakehub.gateway.outage;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.outage.Sign;
import org.intakehub.gateway.clock.Clocks;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links cases to outages and parts them again: the citizen is told, and the case's clock stands still as long as the outage lasts. */
@Component
class OutageLinks {
    private static final String SAVE = """
            insert into outage_case as known (outage_id, case_id, state, signs, actor, at)
            values (:outage, :case, :state, :signs::jsonb, :actor, :now)
            on conflict (outage_id, case_id) do update set state = excluded.state, signs = excluded.signs, actor = excluded.actor,
                at = excluded.at where excluded.state = 'LINKED' and known.state
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final OutageNotices notices;
    private final Clocks clocks;
    private final History history;
    private final Clock clock;

    OutageLinks(JdbcClient jdbc, Json json, OutageNotices notices, Clocks clocks, History history, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.notices = notices;
        this.clocks = clocks;
        this.history = history;
        this.clock = clock;
    }

    /** The hub's own finding; what a person parted stays parted. */
    void found(Outage outage, UUID caseId, boolean sure, List<Sign> signs) {
        save(outage, caseId, sure ? "LINKED" : "POSSIBLE", signs, History.HUB, "= 'POSSIBLE'");
    }

    /**
     * A person's own finding.
     *
     * @return false if it was linked before
     */
    boolean link(Outage outage, UUID caseId, String actor) {
        return save(outage, caseId, "LINKED", List.of(new Sign(Sign.What.PERSON, "")), actor, "<> 'LINKED'");
    }

    private boolean save(Outage outage, UUID caseId, String state, List<Sign> signs, String actor, String from) {
        var saved = jdbc.sql(SAVE + from)
                        .param("outage", outage.id())
                        .param("case", caseId)
                        .param("state", state)
                        .param("signs", json.write(signs))
                        .param("actor", actor)
                        .param("now", Times.sql(clock.instant()))
                        .update()
                == 1;
        if (saved && state.equals("LINKED")) {
            act(outage, caseId, signs, actor);
        }
        return saved;
    }

    private void act(Outage outage, UUID caseId, List<Sign> signs, String actor) {
        var told = outage.isOpen() ? notices.cause(outage, caseId).name() : null;
        jdbc.sql("update outage_case set told = coalesce(told, ?) where outage_id = ? and case_id = ?")
                .param(told)
                .params(outage.id(), caseId)
                .update();
        history.append(
                caseId,
                actor,
                Event.OUTAGE_LINKED,
                Map.of(
                        "outage", outage.id(),
                        "kind", outage.kind(),
                        "signs",
                                signs.stream()
                                        .map(sign -> (sign.what() + " " + sign.value()).strip())
                                        .collect(Collectors.joining(", "))));
    }

    private record Pair(UUID outageId, UUID caseId) {}

    /** Lets the clocks of linked cases stand still while their outage lasts, also those that started after the link. */
    void standStill() {
        var running = jdbc.sql("select l.outage_id, l.case_id from outage_case l join outage o on o.id = l.outage_id"
                        + " and o.state = 'OPEN' where l.state = 'LINKED' and l.told_after is null and not l.paused"
                        + " and exists (select from clock k where k.case_id = l.case_id and k.kind = 'CLOSE'"
                        + " and k.stopped_at is null and k.paused_at is null)")
                .query(Pair.class)
                .list();
        running.stream()
                .filter(pair -> clocks.pause(pair.caseId()))
                .forEach(pair -> jdbc.sql("update outage_case set paused = true where outage_id = ? and case_id = ?")
                        .params(pair.outageId(), pair.caseId())
                        .update());
    }

    /**
     * A person parts the two.
     *
     * @return false if they were parted before
     */
    boolean unlink(UUID outage, UUID caseId, String actor) {
        var parted = jdbc.sql("update outage_case set state = 'UNLINKED', actor = ?, at = ? where outage_id = ?"
                                + " and case_id = ? and state <> 'UNLINKED'")
                        .params(actor, Times.sql(clock.instant()), outage, caseId)
                        .update()
                == 1;
        if (parted) {
            runOn(outage, caseId);
            history.append(caseId, actor, Event.OUTAGE_UNLINKED, Map.of("outage", outage));
        }
        return parted;
    }

    /** The outage is over: the citizen learns of it, and the case's time runs on. */
    void over(Outage outage, UUID caseId) {
        var told = notices.restored(outage, caseId).name();
        jdbc.sql("update outage_case set told_after = ? where outage_id = ? and case_id = ?")
                .params(told, outage.id(), caseId)
                .update();
        runOn(outage.id(), caseId);
        history.append(caseId, History.HUB, Event.OUTAGE_OVER, Map.of("outage", outage.id(), "told", told));
    }

    /** A suspension that a unit was granted meanwhile goes on. */
    private void runOn(UUID outage, UUID caseId) {
        var stood = jdbc.sql("update outage_case set paused = false where outage_id = ? and case_id = ? and paused")
                        .params(outage, caseId)
                        .update()
                == 1;
        var isSuspended = jdbc.sql(
                                "select count(*) from order_request where case_id = ? and kind = 'SUSPENSION' and state = 'APPROVED'")
                        .param(caseId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (stood && !isSuspended) {
            clocks.resume(caseId);
        }
    }
}
