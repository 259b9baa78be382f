package org.intakehub.core.hotspot;

import java.time.Instant;
import java.util.Set;

/**
 * One case of a kind at a place.
 *
 * @param citizen by what the citizen is known again; nothing for somebody without a name
 */
public record Sighting(Set<Integer> citizen, Instant at) {
    public Sighting {
        citizen = Set.copyOf(citizen);
    }
}
