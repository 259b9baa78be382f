package org.intakehub.gateway.life;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderStep;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.clock.Moment;
import org.intakehub.core.dispatch.Role;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a unit does with a work order: signs for it, speaks with the citizen, goes there, submits its result. */
@Component
public class OrderDesk {
    private final Lines lines;
    private final Steps steps;
    private final OrderClocks clocks;
    private final Requests requests;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderDesk(Lines lines, Steps steps, OrderClocks clocks, Requests requests, JdbcClient jdbc, Clock clock) {
        this.lines = lines;
        this.steps = steps;
        this.clocks = clocks;
        this.requests = requests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a matter ended, in the words of the department. */
    public enum Outcome {
        SOLVED,
        EXPLAINED,
        PLANNED,
        NOT_SOLVED
    }

    /**
     * A result.
     *
     * @param facts what the unit found and did
     * @param answer what the citizen is to be told
     */
    public record Result(Outcome outcome, String facts, String answer) {
        public Result {
            facts = RequestRules.reason(facts);
            answer = RequestRules.reason(answer);
        }
    }

    /** Who signs is the handler from then on; the clock of returns starts. */
    @Transactional
    public void sign(UUID id, int revision, Actor actor) {
        var order = lines.lockOrder(id, revision);
        steps.take(order, OrderStep.SIGN);
        note(order, "signed_at");
        jdbc.sql("update work_order set handler = ? where id = ?")
                .params(actor.person(), id)
                .update();
        if (order.isLead() && order.of().state() == CaseState.DISPATCHED) {
            steps.take(order.of(), CaseStep.HANDLE);
        }
        clocks.happened(order, Moment.SIGNED);
        steps.tell(order.of(), actor, Event.ORDER_SIGNED, Map.of("unit", order.unit()));
    }

    /** Only reaching the citizen stops the clock (R5); an attempt is kept all the same. */
    @Transactional
    public void contact(UUID id, int revision, boolean reached, String what, Actor actor) {
        var order = lines.lockOrder(id, revision);
        var detail =
                Map.of("unit", order.unit(), "reached", Boolean.toString(reached), "what", RequestRules.reason(what));
        steps.take(order, reached ? OrderStep.CONTACT : OrderStep.ATTEMPT);
        if (reached) {
            note(order, "contacted_at");
            clocks.happened(order, Moment.CONTACTED);
        }
        steps.tell(order.of(), actor, reached ? Event.CONTACTED : Event.CONTACT_ATTEMPTED, detail);
    }

    /** Sets out for the place; whether this or the arrival counts is the policy's (R6). */
    @Transactional
    public void depart(UUID id, int revision, Actor actor) {
        var order = lines.lockOrder(id, revision);
        steps.take(order, OrderStep.DEPART);
        note(order, "departed_at");
        clocks.happened(order, Moment.DEPARTED);
        steps.tell(order.of(), actor, Event.DEPARTED, Map.of("unit", order.unit()));
    }

    /**
     * Is there.
     *
     * @param position longitude and latitude, as the device says
     */
    @Transactional
    public void arrive(UUID id, int revision, Optional<String> position, Actor actor) {
        var order = lines.lockOrder(id, revision);
        steps.take(order, OrderStep.ARRIVE);
        note(order, "arrived_at");
        clocks.happened(order, Moment.DEPARTED);
        clocks.happened(order, Moment.ARRIVED);
        steps.tell(order.of(), actor, Event.ARRIVED, Map.of("unit", order.unit(), "position", position.orElse("")));
    }

    /** The lead's result is the case's, and comes after the assistants' (R11). */
    @Transactional
    public void submit(UUID id, int revision, Result result, Actor actor) {
        var order = lines.lockOrder(id, revision);
        if (order.isLead() && lines.lockOrders(order.of()).stream().anyMatch(OrderDesk::isAssistantAtWork)) {
            throw new ImpossibleStep(Obstacle.ASSISTANTS_AT_WORK, "the lead submits after the units that assist");
        }
        steps.take(order, OrderStep.SUBMIT);
        note(order, "submitted_at");
        jdbc.sql("update work_order set outcome = ?, facts = ?, answer = ? where id = ?")
                .params(result.outcome().name(), result.facts(), result.answer(), id)
                .update();
        requests.settle(order);
        if (order.isLead()) {
            steps.take(order.of(), CaseStep.FEED_BACK);
            clocks.result(order);
        } else {
            clocks.over(order);
        }
        steps.tell(
                order.of(),
                actor,
                Event.RESULT_SUBMITTED,
                Map.of("unit", order.unit(), "outcome", result.outcome().name()));
    }

    private static boolean isAssistantAtWork(OrderLine line) {
        return line.role() == Role.ASSIST && line.state().isOpen();
    }

    /** The first time counts. */
    private void note(OrderLine order, String column) {
        jdbc.sql("update work_order set " + column + " = coalesce(" + column + ", ?) where id = ?")
                .params(Times.sql(clock.instant()), order.id())
                .update();
    }
}
