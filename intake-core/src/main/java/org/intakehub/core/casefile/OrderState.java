package org.intakehub.core.casefile;

/** Stations in the life of a work order; a return, extension or suspension that is asked for is a request beside it. */
public enum OrderState {
    DISPATCHED,
    SIGNED,
    CONTACTED,
    HANDLING,
    RETURNED,
    SUBMITTED,
    CLOSED,
    CANCELLED;

    /** Whether the unit still has something to do. */
    public boolean isOpen() {
        return this == DISPATCHED || this == SIGNED || this == CONTACTED || this == HANDLING;
    }
}
