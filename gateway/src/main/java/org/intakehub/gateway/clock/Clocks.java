package org.intakehub.gateway.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Moment;
import org.intakehub.core.clock.Pause;
import org.intakehub.core.clock.Term;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops, pauses and extends running clocks; what ends late is a breach, whether or not somebody saw it before. */
@Component
public class Clocks {
    private final JdbcClient jdbc;
    private final Json json;
    private final Wakes wakes;
    private final Clock clock;

    Clocks(JdbcClient jdbc, Json json, Wakes wakes, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** Stops what a moment ends; of a case and all that was merged into it, or of one of its work orders. */
    public void stop(UUID caseId, Optional<UUID> order, Moment moment) {
        jdbc.sql("""
                        update clock set stopped_at = :now, paused_at = null,
                            breached_at = case when due_at < :now then coalesce(breached_at, :now) else breached_at end
                        where case_id in (select id from case_file where id = :case or merged_into = :case) and stopped_at is null
                            and order_id is not distinct from :order::uuid and stops = :moment
                        """)
                .param("now", Times.sql(clock.instant()))
                .param("case", caseId)
                .param("order", order.map(UUID::toString).orElse(null))
                .param("moment", moment.name())
                .update();
    }

    /** Stops all clocks of a work order that is over; none of them is breached by that. */
    public void stopAll(UUID order) {
        jdbc.sql("update clock set stopped_at = ? where order_id = ? and stopped_at is null")
                .params(Times.sql(clock.instant()), order)
                .update();
    }

    /** Stops all clocks of a case that is over, and of all that was merged into it. */
    public void stopCase(UUID caseId) {
        jdbc.sql("update clock set stopped_at = :now, paused_at = null where stopped_at is null"
                        + " and case_id in (select id from case_file where id = :case or merged_into = :case)")
                .param("now", Times.sql(clock.instant()))
                .param("case", caseId)
                .update();
    }

    /** Whether a running clock is past its time. */
    public boolean isOver(UUID caseId, Optional<UUID> order, ClockKind kind) {
        return jdbc.sql("""
                        select count(*) from clock where case_id = :case and order_id is not distinct from :order::uuid and kind = :kind
                            and stopped_at is null and paused_at is null and due_at < :now
                        """)
                        .param("case", caseId)
                        .param("order", order.map(UUID::toString).orElse(null))
                        .param("kind", kind.name())
                        .param("now", Times.sql(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Lets the case's clock stand still; only a suspension and an outage do that.
     *
     * @return false if none runs
     */
    public boolean pause(UUID caseId) {
        return jdbc.sql("update clock set paused_at = ? where case_id = ? and kind = 'CLOSE' and stopped_at is null"
                                + " and paused_at is null")
                        .params(Times.sql(clock.instant()), caseId)
                        .update()
                > 0;
    }

    /** Lets it run on; its deadline moves by what it stood still. */
    public void resume(UUID caseId) {
        change(caseId, "k.paused_at is not null", UnaryOperator.identity());
    }

    /** Adds working days to the case's deadline. */
    public void extend(UUID caseId, int days) {
        change(caseId, "k.stopped_at is null", term -> new Term.Extended(term, new Term.WorkingDays(days)));
    }

    /** Starts the case's clock anew after its result was refused; who is told, and when it stops, stays as it was. */
    public void again(UUID caseId, int days) {
        jdbc.sql("""
                        insert into clock (case_id, kind, started_at, term, policy, stops, ladder)
                            select case_id, kind, :now, :term, policy, stops, ladder from clock
                            where case_id = :case and kind = 'CLOSE' order by id desc limit 1
                        """)
                .param("now", Times.sql(clock.instant()))
                .param("term", new Term.WorkingDays(days).toString())
                .param("case", caseId)
                .update();
        change(caseId, "k.stopped_at is null", UnaryOperator.identity());
    }

    private void change(UUID caseId, String which, UnaryOperator<Term> longer) {
        var running = jdbc.sql("select " + RunningClock.COLUMNS + ", k.paused_at"
                        + " from clock k join case_file c on c.id = k.case_id left join work_order w on w.id = k.order_id"
                        + " where k.case_id = ? and k.kind = 'CLOSE' and k.stopped_at is null and " + which
                        + " for update of k")
                .param(caseId)
                .query((row, number) -> {
                    var paused = Optional.ofNullable(row.getObject("paused_at", OffsetDateTime.class));
                    return changed(RunningClock.of(row, json), paused.map(at -> at.toInstant()), longer);
                })
                .list();
        running.forEach(this::save);
    }

    private record Changed(long id, Wakes.Run run) {}

    private Changed changed(RunningClock running, Optional<Instant> paused, UnaryOperator<Term> longer) {
        var pauses = new ArrayList<Pause>(running.run().pauses());
        paused.ifPresent(from -> pauses.add(new Pause(from, clock.instant())));
        var old = running.run();
        var run = new Wakes.Run(old.kind(), longer.apply(old.term()), old.started(), List.copyOf(pauses), old.ladder());
        return new Changed(running.id(), run);
    }

    /** What somebody was told of an earlier deadline counts no more once there is a later one. */
    private void save(Changed changed) {
        var now = clock.instant();
        var told = wakes.passed(changed.run(), now);
        jdbc.sql("""
                        update clock set term = :term, pauses = :pauses::jsonb, paused_at = null, percent = :percent,
                            due_at = :due::timestamptz, next_at = :next::timestamptz where id = :id
                        """)
                .param("term", changed.run().term().toString())
                .param("pauses", json.write(changed.run().pauses()))
                .param("percent", told)
                .param("due", wakes.due(changed.run()).map(Instant::toString).orElse(null))
                .param(
                        "next",
                        wakes.next(changed.run(), told).map(Instant::toString).orElse(null))
                .param("id", changed.id())
                .update();
    }
}
