package org.intakehub.gateway.life;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.clock.Circumstances;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Journey;
import org.intakehub.core.clock.Moment;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.clock.ClockStarts;
import org.intakehub.gateway.clock.ClockStarts.Begun;
import org.intakehub.gateway.clock.Clocks;
import org.springframework.stereotype.Component;

/** Ties the steps of cases and work orders to the clocks that they start and stop. */
@Component
class OrderClocks {
    private static final Set<ClockKind> OF_ORDER = Set.of(ClockKind.FIRST_CONTACT, ClockKind.ON_SITE, ClockKind.RETURN);
    private static final Set<ClockKind> LEAD_ONLY = Set.of(ClockKind.FIRST_CONTACT, ClockKind.ON_SITE);

    private final ClockStarts starts;
    private final Clocks clocks;
    private final CityRules rules;
    private final Clock clock;

    OrderClocks(ClockStarts starts, Clocks clocks, CityRules rules, Clock clock) {
        this.starts = starts;
        this.clocks = clocks;
        this.rules = rules;
        this.clock = clock;
    }

    /** Something happened to a work order: what it ends stops, and what it begins starts. */
    void happened(OrderLine order, Moment moment) {
        clocks.stop(order.of().id(), Optional.of(order.id()), moment);
        var kinds = order.isLead() ? OF_ORDER : Set.of(ClockKind.RETURN);
        start(order, Optional.of(order.id()), moment, kinds);
    }

    /** The leading unit's result is in: the case's clocks stop, and the one of the follow-up starts. */
    void result(OrderLine order) {
        clocks.stop(order.of().id(), Optional.empty(), Moment.RESULT);
        clocks.stopAll(order.id());
        start(order, Optional.empty(), Moment.RESULT, Set.of(ClockKind.FOLLOW_UP));
    }

    /** A unit that assists has done its part. */
    void over(OrderLine order) {
        clocks.stopAll(order.id());
    }

    /** A new order for the same case: its own clocks; the case's run on, a return does not reset them. */
    void dispatched(OrderLine order) {
        start(order, Optional.of(order.id()), Moment.DISPATCHED, order.isLead() ? LEAD_ONLY : Set.of());
    }

    /** The case begins again to be due. */
    void reopened(OrderLine order) {
        start(order, Optional.empty(), Moment.ACCEPTED, Set.of(ClockKind.CLOSE));
        start(order, Optional.empty(), Moment.DISPATCHED, Set.of(ClockKind.CLOSE));
    }

    private void start(OrderLine order, Optional<UUID> owner, Moment moment, Set<ClockKind> kinds) {
        var of = order.of();
        var home =
                rules.unit(new UnitCode(order.unit())).map(unit -> unit.area()).orElse(AreaKind.UNKNOWN);
        var circumstances = new Circumstances(of.channel(), of.type(), of.urgency(), Journey.of(of.area(), home));
        starts.start(
                of.id(), List.of(new Begun(moment, kinds, owner, circumstances, clock.instant(), of.superiorDue())));
    }
}
