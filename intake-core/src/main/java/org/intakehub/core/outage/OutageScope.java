package org.intakehub.core.outage;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an outage that is not over yet reaches; it reaches something.
 *
 * @param divisions nine-digit codes
 * @param places estates and roads that alone are concerned; empty: the divisions are concerned as a whole
 */
public record OutageScope(OutageKind kind, Instant from, Set<String> divisions, List<String> places) {
    public OutageScope {
        divisions = Set.copyOf(divisions);
        places = List.copyOf(places);
        if (divisions.isEmpty() && places.isEmpty()) {
            throw new IllegalArgumentException("an outage names divisions, or estates and roads");
        }
    }
}
