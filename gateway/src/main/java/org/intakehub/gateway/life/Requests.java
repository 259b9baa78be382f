package org.intakehub.gateway.life;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units ask for and what was ruled; nothing of it is ever taken away. */
@Component
class Requests {
    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Requests(JdbcClient jdbc, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Kinds of requests. */
    enum Kind {
        RETURN,
        EXTENSION,
        SUSPENSION
    }

    /**
     * A request.
     *
     * @param days working days that an extension adds
     * @param late a return was asked for after its time (R12)
     */
    record Request(
            UUID id,
            UUID orderId,
            UUID caseId,
            String unit,
            Kind kind,
            String state,
            String reason,
            @Nullable Integer days,
            boolean late,
            String askedPerson,
            Instant askedAt,
            @Nullable String ruledPerson,
            @Nullable Instant ruledAt,
            @Nullable String ruling,
            int revision) {}

    private static final String SELECT =
            "select id, order_id, case_id, unit, kind, state, reason, days, late, asked_person,"
                    + " asked_at, ruled_person, ruled_at, ruling, revision from order_request ";

    UUID ask(OrderLine order, Kind kind, String reason, @Nullable Integer days, boolean late, Actor actor) {
        if (count(order, kind, "ASKED") > 0) {
            throw new ImpossibleStep(Obstacle.ASKED_BEFORE, "the same was asked for and waits for a ruling");
        }
        var id = ids.get();
        jdbc.sql(
                        "insert into order_request (id, order_id, case_id, unit, kind, reason, days, late, asked_by, asked_person,"
                                + " asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, order.id(), order.of().id(), order.unit(), kind.name(), reason)
                .param(days)
                .params(late, actor.login(), actor.person(), Times.sql(clock.instant()))
                .update();
        return id;
    }

    int count(OrderLine order, Kind kind, String state) {
        return jdbc.sql("select count(*) from order_request where order_id = ? and kind = ? and state = ?")
                .params(order.id(), kind.name(), state)
                .query(Integer.class)
                .single();
    }

    /** Whether the case's clock stands still by leave. */
    boolean isSuspended(OrderLine order) {
        return count(order, Kind.SUSPENSION, "APPROVED") > 0;
    }

    Request find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(Request.class)
                .optional()
                .orElseThrow(() -> new ImpossibleStep(Obstacle.WRONG_STATE, "there is no such request"));
    }

    List<Request> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "where case_id = ? order by seq")
                .param(caseId)
                .query(Request.class)
                .list();
    }

    void rule(Request request, boolean approved, String ruling, Actor actor) {
        jdbc.sql("update order_request set state = ?, ruling = ?, ruled_by = ?, ruled_person = ?, ruled_at = ?,"
                        + " revision = revision + 1 where id = ?")
                .params(
                        approved ? "APPROVED" : "REFUSED",
                        ruling,
                        actor.login(),
                        actor.person(),
                        Times.sql(clock.instant()),
                        request.id())
                .update();
    }

    /** What is asked for falls away with what it was asked for; a suspension that was granted ends. */
    void settle(OrderLine order) {
        jdbc.sql("update order_request set state = case state when 'ASKED' then 'WITHDRAWN' else 'ENDED' end,"
                        + " revision = revision + 1 where order_id = ?"
                        + " and (state = 'ASKED' or (state = 'APPROVED' and kind = 'SUSPENSION'))")
                .param(order.id())
                .update();
    }
}
