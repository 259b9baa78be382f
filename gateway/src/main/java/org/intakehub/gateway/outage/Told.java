package org.intakehub.gateway.outage;

/** How a citizen learnt of an outage, or why the hub did not tell him. */
public enum Told {
    /** By a reply on his channel. */
    ANSWERED,
    /** With another case of his. */
    BEFORE,
    /** He telephones: the operator tells him. */
    BY_OPERATOR,
    /** He is called back. */
    CALL_BACK,
    /** He telephoned without a number. */
    NO_NUMBER,
    /** Another authority handed the matter over, and an answer there would be its result. */
    NOT_THERE,
    /** He asked for secrecy, or the matter is a threat: no machine tells him. */
    BY_A_PERSON
}
