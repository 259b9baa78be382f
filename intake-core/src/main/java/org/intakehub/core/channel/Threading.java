package org.intakehub.core.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What ties a message to an earlier one.
 *
 * @param references message keys or reply ids, in the channel's own notation, that this message answers; nearest first
 * @param caseTokens strings that look like the hub's signed case token; whether one is genuine the hub decides
 * @param continues the platform's own number of the matter that this message goes on with: the external id of an earlier one from the
 *     same source. Only for platforms that prove who they are; a citizen could write any number
 * @param conversation how long after the same citizen's last message on this source a further one still belongs to the same matter
 */
public record Threading(
        List<String> references, List<String> caseTokens, Optional<String> continues, Optional<Duration> conversation) {
    public Threading {
        references = List.copyOf(references);
        caseTokens = List.copyOf(caseTokens);
    }

    public Threading(List<String> references, List<String> caseTokens) {
        this(references, caseTokens, Optional.empty(), Optional.empty());
    }

    public static Threading none() {
        return new Threading(List.of(), List.of());
    }

    /** Goes on with the matter that has this external id on the same source. */
    public static Threading continuing(String externalId) {
        return new Threading(List.of(), List.of(), Optional.of(externalId), Optional.empty());
    }

    /** Belongs to what the same citizen wrote within this time before. */
    public static Threading conversation(Duration within) {
        return new Threading(List.of(), List.of(), Optional.empty(), Optional.of(within));
    }
}
