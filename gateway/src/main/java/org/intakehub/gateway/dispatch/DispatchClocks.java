package org.intakehub.gateway.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.clock.Circumstances;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Journey;
import org.intakehub.core.clock.Moment;
import org.intakehub.core.dispatch.Assignment;
import org.intakehub.core.dispatch.Role;
import org.intakehub.gateway.clock.ClockStarts.Begun;

/** Which clocks a dispatch starts: the case's own, some of them from its acceptance on, and those of whoever leads. */
final class DispatchClocks {
    private static final Set<ClockKind> OF_CASE = Set.of(ClockKind.CLOSE, ClockKind.SUPERIOR, ClockKind.FOLLOW_UP);
    private static final Set<ClockKind> OF_ORDER = Set.of(ClockKind.FIRST_CONTACT, ClockKind.ON_SITE);

    private DispatchClocks() {}

    /** @param orders the ids of the work orders, in the order of the assignments */
    static List<Begun> of(DispatchedCases.Open open, List<Assignment> assignments, UUID[] orders, Instant now) {
        var begun = new ArrayList<Begun>();
        for (int i = 0; i < orders.length; i++) {
            if (assignments.get(i).role() == Role.LEAD) {
                var circumstances = circumstances(open, assignments.get(i));
                begun.add(new Begun(
                        Moment.ACCEPTED,
                        OF_CASE,
                        Optional.empty(),
                        circumstances,
                        open.acceptedAt(),
                        open.superiorDue()));
                begun.add(new Begun(
                        Moment.DISPATCHED, OF_CASE, Optional.empty(), circumstances, now, open.superiorDue()));
                begun.add(new Begun(
                        Moment.DISPATCHED, OF_ORDER, Optional.of(orders[i]), circumstances, now, Optional.empty()));
            }
        }
        return begun;
    }

    private static Circumstances circumstances(DispatchedCases.Open open, Assignment lead) {
        var classification = open.classification();
        return new Circumstances(
                open.channel(),
                classification.appealType(),
                classification.urgency(),
                Journey.of(classification.area(), lead.unit().area()));
    }
}
