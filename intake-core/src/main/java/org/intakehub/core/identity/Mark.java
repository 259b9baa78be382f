package org.intakehub.core.identity;

import java.util.Locale;

/**
 * Something that is known of a contact.
 *
 * @param value as it is compared
 * @param verified the channel itself vouches for it: the exchange told the number, the mailbox has answered our own letter
 */
public record Mark(Kind kind, String value, boolean verified) {
    /** What is known. */
    public enum Kind {
        PHONE,
        MAIL,
        ID_NUMBER,
        NAME
    }

    public Mark {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    /** The mark itself is the citizen's. */
    @Override
    public String toString() {
        return "Mark[" + kind + (verified ? ", verified]" : "]");
    }
}
