package org.intakehub.core.casefile;

/** Why a step is refused. */
public enum Obstacle {
    /** It does not begin where the case or work order stands. */
    WRONG_STATE,
    /** Somebody or something changed it since the actor looked (R19). */
    STALE,
    /** No reason was given, or no name of the person who acts (R9). */
    INCOMPLETE,
    /** The lead submits after the assistants (R11). */
    ASSISTANTS_AT_WORK,
    /** Only the leading unit may ask for this. */
    NOT_THE_LEAD,
    /** It was ruled on before: a unit may not return the same work order twice. */
    RULED_BEFORE,
    /** The same was asked for already and waits for a ruling. */
    ASKED_BEFORE,
    /** The time in which it may be asked for is over. */
    TOO_LATE,
    /** More than the rules allow. */
    TOO_MUCH,
    /** A second person has to do it. */
    SAME_PERSON
}
