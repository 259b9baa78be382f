package org.intakehub.core.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an application asks about the matters that its source brought.
 *
 * @param externalIds the source's ids of the matters; empty: all that fit the rest
 * @param extra name of the field among a message's extras that {@code values} are of, and that is told of each matter
 * @param values values of that field; empty: any
 * @param isOpen only those that are open, or only those that are not; empty: both
 * @param byUpdate the times are of the last change, and not of the taking in
 * @param from taken in, or last changed, at this time or later
 * @param to taken in, or last changed, at this time or earlier
 * @param page 1 for the newest
 * @param size matters of a page
 */
public record StatusQuestion(
        Set<String> externalIds,
        String extra,
        Set<String> values,
        Optional<Boolean> isOpen,
        boolean byUpdate,
        Instant from,
        Instant to,
        int page,
        int size) {
    public StatusQuestion {
        externalIds = Set.copyOf(externalIds);
        values = Set.copyOf(values);
    }
}
