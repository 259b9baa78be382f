package org.intakehub.gateway.reply;

/** How an answer goes to a citizen. */
public enum Way {
    /** As the channel's adapter composes it; also what a person posts on the platform itself. */
    CHANNEL,
    /** By the platform's second way, such as a template message. */
    NOTICE,
    /** By the city's mailbox, since the citizen gave an address. */
    MAIL,
    /** By a person who telephones. */
    CALL_BACK
}
