package org.intakehub.core.hotspot;

import java.time.Duration;

/** How long a hot spot took to become one. */
public enum Span {
    DAY(1, Action.ANNOUNCE),
    WEEK(7, Action.INSPECT),
    MONTH(30, Action.SUPERVISE);

    private final int days;
    private final Action action;

    Span(int days, Action action) {
        this.days = days;
        this.action = action;
    }

    public int days() {
        return days;
    }

    public Duration length() {
        return Duration.ofDays(days);
    }

    /** What to do first about a hot spot that rose so fast. */
    public Action action() {
        return action;
    }

    /** What may be done. */
    public enum Action {
        /** Sudden: find out what happened and tell the public, before everybody asks. */
        ANNOUNCE,
        /** New: look at the place with the unit in charge. */
        INSPECT,
        /** Lasting: the single answers did not help; put it under supervision. */
        SUPERVISE
    }
}
