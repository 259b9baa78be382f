package org.intakehub.core.casefile;

/** Why a matter is not accepted by the national rules; each answer points out the right way. */
public enum Ground {
    LITIGATION,
    ARBITRATION,
    DISCIPLINE,
    RECONSIDERATION,
    INFORMATION_DISCLOSURE,
    PETITION_IN_PROGRESS,
    STATE_SECRET,
    PRIVACY,
    UNLAWFUL_DEMAND,
    /** The same matter is in progress, and nothing new is told. */
    SAME_MATTER,
    OUTSIDE_THE_TERRITORY
}
