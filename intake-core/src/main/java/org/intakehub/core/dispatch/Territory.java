package org.intakehub.core.dispatch;

/** What the street or township of the place does under a rule. */
public enum Territory {
    /** It leads, and the rule's lead assists; where the place is not known, the rule's lead leads. */
    LEADS,
    ASSISTS,
    /** It is not needed. */
    ABSENT
}
