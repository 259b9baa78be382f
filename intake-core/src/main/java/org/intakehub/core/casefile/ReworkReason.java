package org.intakehub.core.casefile;

/** Why a unit has to handle a matter again (R13). */
public enum ReworkReason {
    POOR_QUALITY,
    AGAINST_POLICY,
    DISSATISFIED
}
