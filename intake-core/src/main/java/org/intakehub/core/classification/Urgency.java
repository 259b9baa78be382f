package org.intakehub.core.classification;

/** How soon somebody has to act, from the least to the most pressing. */
public enum Urgency {
    ROUTINE,
    EXPEDITED,
    URGENT,
    /** Life is at stake. */
    CRITICAL
}
