package org.intakehub.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the hub wants to tell a citizen on the channel they came from.
 *
 * @param id the same for every attempt, so that a far end can recognise a second one
 * @param caseToken signed token that lets a further message find its case
 * @param recipient the citizen's handle on the channel
 * @param references the channel's ids of the messages that this answers, oldest first
 * @param externalId the platform's own number of the matter, if it has one
 * @param heardAt when the citizen's last message came in: on some platforms answers have to follow within some time of it
 * @param queuedAt when the answer was given; the same for every attempt
 */
public record Reply(
        String id,
        Kind kind,
        String caseNumber,
        String caseToken,
        String recipient,
        Optional<String> originalTitle,
        String text,
        List<String> references,
        Optional<String> externalId,
        Instant heardAt,
        Instant queuedAt) {

    /** A machine's "we have it", or an answer of the city. */
    public enum Kind {
        ACKNOWLEDGEMENT,
        ANSWER
    }

    public Reply {
        references = List.copyOf(references);
    }

    @Override
    public String toString() {
        return "Reply[" + id + ", " + kind + ", " + caseNumber + "]";
    }
}
