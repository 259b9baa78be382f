package org.intakehub.gateway.life;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderStep;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Moment;
import org.intakehub.gateway.clock.Clocks;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.life.Requests.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a unit asks for: to return a work order, more time, the clock to stand still. */
@Component
public class RequestDesk {
    private final Lines lines;
    private final Steps steps;
    private final Requests requests;
    private final OrderClocks orderClocks;
    private final Clocks clocks;

    RequestDesk(Lines lines, Steps steps, Requests requests, OrderClocks orderClocks, Clocks clocks) {
        this.lines = lines;
        this.steps = steps;
        this.requests = requests;
        this.orderClocks = orderClocks;
        this.clocks = clocks;
    }

    /** A return that comes after its time is a breach and is looked at all the same (R12); after a refusal there is no second. */
    @Transactional
    public UUID askReturn(UUID id, int revision, String reason, Actor actor) {
        var order = lines.lockOrder(id, revision);
        var why = RequestRules.reason(reason);
        steps.take(order, OrderStep.ASK_RETURN);
        if (requests.count(order, Kind.RETURN, "REFUSED") > 0) {
            throw new ImpossibleStep(Obstacle.RULED_BEFORE, "a return of this work order was refused; it stays");
        }
        var late = clocks.isOver(order.of().id(), Optional.of(order.id()), ClockKind.RETURN);
        var request = requests.ask(order, Kind.RETURN, why, null, late, actor);
        orderClocks.happened(order, Moment.RETURNED);
        steps.tell(
                order.of(),
                actor,
                Event.RETURN_ASKED,
                Map.of("unit", order.unit(), "reason", why, "late", Boolean.toString(late)));
        return request;
    }

    /** More working days, asked for before the time is over. */
    @Transactional
    public UUID askExtension(UUID id, int revision, int days, String reason, Actor actor) {
        var order = lines.lockOrder(id, revision);
        var why = RequestRules.reason(reason);
        order.mustLead();
        steps.take(order, OrderStep.ASK_EXTENSION);
        RequestRules.checkExtension(days, requests.count(order, Kind.EXTENSION, "APPROVED"));
        if (clocks.isOver(order.of().id(), Optional.empty(), ClockKind.CLOSE)) {
            throw new ImpossibleStep(Obstacle.TOO_LATE, "an extension is asked for before the time is over");
        }
        var request = requests.ask(order, Kind.EXTENSION, why, days, false, actor);
        steps.tell(
                order.of(),
                actor,
                Event.EXTENSION_ASKED,
                Map.of("unit", order.unit(), "reason", why, "days", Integer.toString(days)));
        return request;
    }

    /** The clock is to stand still while the unit waits for the citizen or for the end of an outage. */
    @Transactional
    public UUID askSuspension(UUID id, int revision, String reason, Actor actor) {
        var order = lines.lockOrder(id, revision);
        var why = RequestRules.reason(reason);
        order.mustLead();
        steps.take(order, OrderStep.ASK_SUSPENSION);
        if (requests.isSuspended(order)) {
            throw new ImpossibleStep(Obstacle.ASKED_BEFORE, "the clock stands still already");
        }
        var request = requests.ask(order, Kind.SUSPENSION, why, null, false, actor);
        steps.tell(order.of(), actor, Event.SUSPENSION_ASKED, Map.of("unit", order.unit(), "reason", why));
        return request;
    }

    /** What was waited for is there: the clock runs on. */
    @Transactional
    public void resume(UUID id, int revision, Actor actor) {
        var order = lines.lockOrder(id, revision);
        if (!requests.isSuspended(order)) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "the clock does not stand still");
        }
        steps.take(order, OrderStep.RESUME);
        requests.settle(order);
        clocks.resume(order.of().id());
        steps.tell(order.of(), actor, Event.SUSPENSION_ENDED, Map.of("unit", order.unit()));
    }
}
