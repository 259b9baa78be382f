package org.intakehub.gateway.action;

import java.util.Set;
import java.util.UUID;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.OrderStep;
import org.jspecify.annotations.Nullable;

/** What came of a message, for the unit's queue of outcomes. */
public sealed interface ActionOutcome {
    /** CloudEvents type of what was done. */
    String ACCEPTED = "org.intakehub.action.accepted";

    /** CloudEvents type of what was not. */
    String REFUSED = "org.intakehub.action.refused";

    /**
     * It was done.
     *
     * @param action id of the message
     * @param revision to be given with the next step
     * @param possible the steps that begin here
     * @param request id of what was asked for
     */
    record Accepted(
            String action,
            UUID workOrder,
            OrderState state,
            int revision,
            Set<OrderStep> possible,
            @Nullable UUID request)
            implements ActionOutcome {
        public Accepted {
            possible = Set.copyOf(possible);
        }
    }

    /**
     * It was not, and nothing changed.
     *
     * @param action id of the message, if that could be read
     */
    record Refused(@Nullable String action, @Nullable UUID workOrder, Problem problem) implements ActionOutcome {}

    /**
     * Problem details (RFC 9457), with the same status and obstacle that the REST API would answer.
     *
     * @param obstacle which rule refused it
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String obstacle) {}
}
