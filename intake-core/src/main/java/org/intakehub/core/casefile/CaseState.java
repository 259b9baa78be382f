package org.intakehub.core.casefile;

/** Stations in the life of a case; overdue, warned and sensitive are marks, not states. */
public enum CaseState {
    ACCEPTED,
    TRIAGE,
    CLASSIFIED,
    DISPATCHED,
    HANDLING,
    FEEDBACK,
    FOLLOW_UP,
    CLOSED,
    ANSWERED_DIRECTLY,
    TRANSFERRED,
    NOT_ACCEPTED,
    MERGED
}
