package org.intakehub.core.casefile;

import static org.intakehub.core.casefile.OrderState.CANCELLED;
import static org.intakehub.core.casefile.OrderState.CONTACTED;
import static org.intakehub.core.casefile.OrderState.DISPATCHED;
import static org.intakehub.core.casefile.OrderState.HANDLING;
import static org.intakehub.core.casefile.OrderState.RETURNED;
import static org.intakehub.core.casefile.OrderState.SIGNED;
import static org.intakehub.core.casefile.OrderState.SUBMITTED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Every way in which a work order may change its state. */
public enum OrderStep {
    SIGN(SIGNED, DISPATCHED),
    /** The unit spoke with the citizen (R5); who is at work already goes on. */
    CONTACT(CONTACTED, SIGNED, CONTACTED, HANDLING),
    /** The citizen was not to be reached. */
    ATTEMPT(SIGNED, SIGNED, CONTACTED, HANDLING),
    DEPART(HANDLING, SIGNED, CONTACTED, HANDLING),
    ARRIVE(HANDLING, SIGNED, CONTACTED, HANDLING),
    /** Asks to be rid of it; it stays the unit's until somebody has ruled. */
    ASK_RETURN(SIGNED, SIGNED, CONTACTED, HANDLING),
    /** The return was approved. */
    RETURN(RETURNED, SIGNED, CONTACTED, HANDLING),
    ASK_EXTENSION(SIGNED, SIGNED, CONTACTED, HANDLING),
    ASK_SUSPENSION(SIGNED, SIGNED, CONTACTED, HANDLING),
    /** The suspension is over. */
    RESUME(SIGNED, SIGNED, CONTACTED, HANDLING),
    SUBMIT(SUBMITTED, SIGNED, CONTACTED, HANDLING),
    REWORK(HANDLING, SUBMITTED),
    CLOSE(OrderState.CLOSED, SUBMITTED, DISPATCHED, SIGNED, CONTACTED, HANDLING),
    REOPEN(HANDLING, OrderState.CLOSED),
    CANCEL(CANCELLED, DISPATCHED, SIGNED, CONTACTED, HANDLING);

    private static final Set<OrderStep> STAYING =
            EnumSet.of(ATTEMPT, ASK_RETURN, ASK_EXTENSION, ASK_SUSPENSION, RESUME);

    private final OrderState to;
    /** Filled once and never handed out. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<OrderState> from;

    OrderStep(OrderState to, OrderState... from) {
        this.to = to;
        this.from = EnumSet.copyOf(Arrays.asList(from));
    }

    public boolean isPossibleFrom(OrderState state) {
        return from.contains(state);
    }

    OrderState to(OrderState state) {
        boolean stays = STAYING.contains(this) || (this == CONTACT && state == HANDLING);
        return stays ? state : to;
    }

    String origins() {
        return from.stream().map(OrderState::name).sorted().collect(Collectors.joining(", "));
    }
}
