package org.intakehub.simulators;

import org.intakehub.core.channel.Payload;

/**
 * A mail as it goes over the wire.
 *
 * @param from envelope sender
 * @param messageId as in the header, with its angle brackets
 */
public record Letter(String from, String messageId, LetterForm form, Payload rfc822) {
    @Override
    public String toString() {
        return "Letter[" + form + ", " + rfc822.size() + " bytes]";
    }
}
