package org.intakehub.core.dispatch;

/** What a unit does for a case: one leads, the others assist, some only watch (R11, R20). */
public enum Role {
    LEAD,
    ASSIST,
    SUPERVISE
}
