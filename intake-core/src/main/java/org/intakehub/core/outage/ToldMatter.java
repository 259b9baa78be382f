package org.intakehub.core.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.classification.Matter;

/**
 * A classified matter that may be about an outage.
 *
 * @param categories what it was taken for, and the candidates beside it
 * @param division nine-digit code
 * @param at when it was told
 */
public record ToldMatter(Matter matter, List<String> categories, Optional<String> division, Instant at) {
    public ToldMatter {
        categories = List.copyOf(categories);
    }
}
