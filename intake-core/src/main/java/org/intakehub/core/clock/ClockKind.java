package org.intakehub.core.clock;

/** What is measured (R4 to R8, R12): of a case, or of one of its work orders. */
public enum ClockKind {
    /** Accepted to first dispatch. */
    DISPATCH(false),
    /** Dispatched to the unit's first word with the citizen. */
    FIRST_CONTACT(true),
    /** Dispatched to departure or arrival. */
    ON_SITE(true),
    /** Until the leading unit's result. */
    CLOSE(false),
    /** The limit of the authority that handed the matter over; whichever of this and {@link #CLOSE} comes first is the case's deadline. */
    SUPERIOR(false),
    /** Until the centre has called back. */
    FOLLOW_UP(false),
    /** How long after signing a unit may return a work order; letting it pass is no breach, returning after it is. */
    RETURN(true);

    private final boolean ofOrder;

    ClockKind(boolean ofOrder) {
        this.ofOrder = ofOrder;
    }

    /** Whether each work order has its own; otherwise the case has one. */
    public boolean isOfOrder() {
        return ofOrder;
    }

    /** Whether a suspension stops it; nothing else does. */
    public boolean pauses() {
        return this == CLOSE;
    }
}
