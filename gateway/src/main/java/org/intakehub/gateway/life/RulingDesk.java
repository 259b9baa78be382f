package org.intakehub.gateway.life;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.OrderStep;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.clock.Clocks;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.life.Requests.Request;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.outbox.UnitNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the centre rules on requests of units; the unit learns of it on its queue, and the citizen of what concerns him. */
@Component
public class RulingDesk {
    private final Lines lines;
    private final Steps steps;
    private final Requests requests;
    private final OrderClocks orderClocks;
    private final Clocks clocks;
    private final CitizenNotices citizens;
    private final UnitEvents events;
    private final WorkOrders orders;
    private final SavedOutbox outbox;
    private final CityRules rules;
    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;

    RulingDesk(
            Lines lines,
            Steps steps,
            Requests requests,
            OrderClocks orderClocks,
            Clocks clocks,
            CitizenNotices citizens,
            UnitEvents events,
            WorkOrders orders,
            SavedOutbox outbox,
            CityRules rules,
            JdbcClient jdbc,
            Supplier<UUID> ids) {
        this.lines = lines;
        this.steps = steps;
        this.requests = requests;
        this.orderClocks = orderClocks;
        this.clocks = clocks;
        this.citizens = citizens;
        this.events = events;
        this.orders = orders;
        this.outbox = outbox;
        this.rules = rules;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * A ruling.
     *
     * @param newUnit who gets the work order after a return that is approved
     */
    public record Ruling(boolean approved, String reason, Optional<String> newUnit) {
        public Ruling {
            reason = RequestRules.reason(reason);
        }
    }

    /** Rules once; who looked at an older state of the request rules on nothing. */
    @Transactional
    public void rule(UUID caseId, UUID requestId, int revision, Ruling ruling, Actor actor) {
        var order = lines.lockOrder(requests.find(requestId).orderId());
        var request = requests.find(requestId);
        Lines.checkRevision(request.revision(), revision);
        if (!request.state().equals("ASKED") || !request.caseId().equals(caseId)) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "the request does not wait for a ruling");
        }
        requests.rule(request, ruling.approved(), ruling.reason(), actor);
        if (ruling.approved()) {
            grant(order, request, ruling, actor);
        }
        var detail = Map.of(
                "request", request.kind().name(),
                "approved", Boolean.toString(ruling.approved()),
                "reason", ruling.reason(),
                "workOrder", order.id().toString());
        events.add(
                order.unit(),
                order.of().number(),
                new UnitNews.Ruled(order.id(), request.kind().name(), ruling.approved(), ruling.reason()));
        steps.tell(order.of(), actor, Event.RULED, detail);
    }

    private void grant(OrderLine order, Request request, Ruling ruling, Actor actor) {
        switch (request.kind()) {
            case RETURN -> dispatchElsewhere(order, ruling, actor);
            case EXTENSION -> {
                if (requests.isSuspended(order)) {
                    throw new ImpossibleStep(Obstacle.WRONG_STATE, "the suspension has to end first");
                }
                var days = request.days() == null ? 0 : request.days();
                clocks.extend(order.of().id(), days);
                citizens.tell(order.of(), "extension", Map.of("days", Integer.toString(days)), actor);
            }
            case SUSPENSION -> {
                clocks.pause(order.of().id());
                citizens.tell(order.of(), "suspension", Map.of(), actor);
            }
        }
    }

    /** The new unit gets an order of its own; the case's clocks run on, and its first owner stays (R9). */
    private void dispatchElsewhere(OrderLine order, Ruling ruling, Actor actor) {
        var unit = ruling.newUnit()
                .flatMap(code -> UnitCode.isWellFormed(code) ? rules.unit(new UnitCode(code)) : Optional.empty())
                .map(known -> known.code().value())
                .orElseThrow(() -> new ImpossibleStep(
                        Obstacle.INCOMPLETE, "a return that is approved names the unit that gets the work order"));
        if (lines.lockOrders(order.of()).stream().anyMatch(other -> other.unit().equals(unit))
                || excluded(order.of(), unit)) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "that unit has the case already, or may not have it");
        }
        steps.take(order, OrderStep.RETURN);
        requests.settle(order);
        clocks.stopAll(order.id());
        var id = ids.get();
        jdbc.sql(
                        "insert into work_order (id, case_id, unit, role, reason, dispatched_at) values (?, ?, ?, ?, ?, now())")
                .params(id, order.of().id(), unit, order.role().name(), ruling.reason())
                .update();
        if (order.isLead() && order.of().state() != CaseState.DISPATCHED) {
            steps.take(order.of(), CaseStep.DISPATCH);
        }
        orderClocks.dispatched(new OrderLine(id, order.of(), unit, order.role(), OrderState.DISPATCHED, 1));
        orders.events(order.of().id()).forEach(outbox::add);
        steps.tell(order.of(), actor, Event.DISPATCHED, Map.of("unit", unit, "instead", order.unit()));
    }

    private boolean excluded(CaseLine of, String unit) {
        return jdbc.sql("select count(*) from case_file where id = ? and ? = any (excluded_units)")
                        .params(of.id(), unit)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
