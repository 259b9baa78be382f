package org.intakehub.gateway.life;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.OrderStep;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.core.clock.Moment;
import org.intakehub.gateway.clock.Clocks;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.outbox.UnitNews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the centre does with a case besides dispatching it. */
@Component
public class CaseDesk {
    private static final int LONGEST_REWORK = 10;

    private final Lines lines;
    private final Steps steps;
    private final OrderClocks orderClocks;
    private final Clocks clocks;
    private final CitizenNotices citizens;
    private final UnitEvents events;

    CaseDesk(
            Lines lines,
            Steps steps,
            OrderClocks orderClocks,
            Clocks clocks,
            CitizenNotices citizens,
            UnitEvents events) {
        this.lines = lines;
        this.steps = steps;
        this.orderClocks = orderClocks;
        this.clocks = clocks;
        this.citizens = citizens;
        this.events = events;
    }

    /** Answers a question at once, without a work order (R2). */
    @Transactional
    public void answerDirectly(UUID id, int revision, String answer, Actor actor) {
        end(id, revision, CaseStep.ANSWER_DIRECTLY, Event.ANSWERED_DIRECTLY, Map.of("answer", answer), actor);
    }

    /** Hands the matter to another authority, and tells the citizen which (R2). */
    @Transactional
    public void transfer(UUID id, int revision, String authority, String reason, Actor actor) {
        var detail = Map.of("authority", RequestRules.reason(authority), "reason", RequestRules.reason(reason));
        end(id, revision, CaseStep.TRANSFER, Event.TRANSFERRED, detail, actor);
    }

    /** Does not accept the matter, and points out the right way. */
    @Transactional
    public void notAccept(UUID id, int revision, Ground ground, String rightWay, Actor actor) {
        var detail = Map.of("ground", ground.name(), "rightWay", RequestRules.reason(rightWay));
        end(id, revision, CaseStep.NOT_ACCEPT, Event.NOT_ACCEPTED, detail, actor);
    }

    private void end(UUID id, int revision, CaseStep step, Event event, Map<String, String> detail, Actor actor) {
        detail.values().forEach(RequestRules::reason);
        var of = lines.lockCase(id, revision);
        steps.take(of, step);
        clocks.stop(id, Optional.empty(), Moment.DISPATCHED);
        clocks.stopCase(id);
        citizens.tell(of, step.name().toLowerCase(Locale.ROOT), detail, actor);
        steps.tell(of, actor, event, detail);
    }

    /**
     * Sends the result back to the unit that leads (R13).
     *
     * @param days working days that it gets
     */
    @Transactional
    public void rework(UUID id, int revision, ReworkReason why, String reason, int days, Actor actor) {
        var text = RequestRules.reason(reason);
        if (days < 1 || days > LONGEST_REWORK) {
            throw new ImpossibleStep(Obstacle.TOO_MUCH, "rework takes 1 to " + LONGEST_REWORK + " working days");
        }
        var of = lines.lockCase(id, revision);
        steps.take(of, CaseStep.REWORK);
        clocks.stopCase(id);
        clocks.again(id, days);
        back(of, OrderState.SUBMITTED, OrderStep.REWORK, why.name(), text);
        citizens.tell(of, "rework", Map.of("days", Integer.toString(days)), actor);
        steps.tell(of, actor, Event.REWORK, Map.of("why", why.name(), "reason", text));
    }

    /** New facts: a closed case goes back to the units that had it, any other to a person. */
    @Transactional
    public void reopen(UUID id, int revision, String reason, Actor actor) {
        var text = RequestRules.reason(reason);
        var of = lines.lockCase(id, revision);
        steps.take(of, of.state() == CaseState.CLOSED ? CaseStep.REOPEN : CaseStep.REOPEN_UNHANDLED);
        if (of.state() == CaseState.CLOSED) {
            back(of, OrderState.CLOSED, OrderStep.REOPEN, "REOPENED", text);
            lines.lockOrders(of).stream().filter(OrderLine::isLead).findFirst().ifPresent(orderClocks::reopened);
        }
        steps.tell(of, actor, Event.REOPENED, Map.of("reason", text));
    }

    /**
     * The answer to the result is out: the citizens are asked whether it is good (R8).
     *
     * @return the case's revision after that
     */
    @Transactional
    public int callBack(UUID id, Actor actor) {
        var of = lines.lockCase(id);
        steps.take(of, CaseStep.CALL_BACK);
        steps.tell(of, actor, Event.FOLLOW_UP_BEGUN, Map.of());
        return of.revision() + 1;
    }

    /** A citizen was asked and is not content: the time in which he had to be asked is kept all the same. */
    @Transactional
    public void reached(UUID id) {
        clocks.stop(id, Optional.empty(), Moment.FOLLOWED_UP);
    }

    /** The matter is done; what its units still held is closed with it. */
    @Transactional
    public void close(UUID id, int revision, String reason, Actor actor) {
        var text = RequestRules.reason(reason);
        var of = lines.lockCase(id, revision);
        steps.take(of, CaseStep.CLOSE);
        clocks.stop(id, Optional.empty(), Moment.FOLLOWED_UP);
        lines.lockOrders(of).forEach(order -> {
            steps.take(order, OrderStep.CLOSE);
            clocks.stopAll(order.id());
        });
        clocks.stopCase(id);
        steps.tell(of, actor, Event.CLOSED, Map.of("reason", text));
    }

    /** Whoever had come to that state is at work again, and hears of it on his queue. */
    private void back(CaseLine of, OrderState from, OrderStep step, String why, String reason) {
        lines.lockOrders(of).stream()
                .filter(order -> order.state() == from && order.isLead())
                .forEach(order -> {
                    steps.take(order, step);
                    var news = new UnitNews.Reopened(order.id(), order.revision() + 1, why, reason);
                    events.add(order.unit(), of.number(), news);
                });
    }
}
