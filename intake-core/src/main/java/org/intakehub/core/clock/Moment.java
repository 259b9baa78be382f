package org.intakehub.core.clock;

/** What has to happen for a clock to start or to stop. */
public enum Moment {
    ACCEPTED,
    DISPATCHED,
    SIGNED,
    CONTACTED,
    DEPARTED,
    ARRIVED,
    RETURNED,
    /** The leading unit submits its result. */
    RESULT,
    FOLLOWED_UP
}
