package org.intakehub.core.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How a reply leaves the hub. */
public sealed interface Outgoing {
    /** By HTTP. */
    record ByCall(Call call) implements Outgoing {}

    /**
     * By SMTP.
     *
     * @param messageId the mail's Message-ID, without angle brackets; the same for every attempt
     * @param headers further headers, such as those that thread the mail
     */
    record ByMail(
            MailServer server,
            String from,
            String to,
            String messageId,
            String subject,
            String text,
            Map<String, String> headers)
            implements Outgoing {
        public ByMail {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "ByMail[" + messageId + "]";
        }
    }

    /**
     * By a person, where the platform has no way for machines: it becomes a task with the text ready.
     *
     * @param where the page on which the person posts it; empty if the recipient says enough
     * @param instruction what the person has to do, in a sentence for staff
     * @param expired whether the platform's way for machines is closed only for this reply; the hub may then choose another channel
     */
    record ByHand(Optional<URI> where, String instruction, String text, boolean expired) implements Outgoing {
        /** Where the platform never has a way for machines. */
        public ByHand(Optional<URI> where, String instruction, String text) {
            this(where, instruction, text, false);
        }

        @Override
        public String toString() {
            return "ByHand[" + text.length() + " characters]";
        }
    }

    /** A server that takes mail for delivery; an empty user means that it asks for no login. */
    record MailServer(String host, int port, boolean tls, String user, Secret password) {}
}
