package org.intakehub.core.clock;

/** Who is told, the higher the later. */
public enum Notified {
    /** Whoever signed the work order; before that, the unit. */
    HANDLER,
    UNIT,
    DISPATCHER,
    DIRECTOR
}
