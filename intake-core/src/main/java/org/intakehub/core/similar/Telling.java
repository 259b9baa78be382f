package org.intakehub.core.similar;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Coordinates;

/**
 * One citizen's telling of a matter, as far as it is compared with others.
 *
 * @param citizen verified marks of the citizen, such as a telephone number or an address that a platform vouches for; empty for
 *     somebody unknown
 * @param division the division that the matter lies in, if it is known
 * @param confidential somebody has to be kept secret: nothing is done with it by itself
 */
public record Telling(
        Fingerprint fingerprint,
        Set<String> citizen,
        Optional<String> division,
        Optional<Coordinates> where,
        Instant at,
        boolean confidential) {
    public Telling {
        citizen = Set.copyOf(citizen);
    }

    /** Neither what was said nor by whom. */
    @Override
    public String toString() {
        return "Telling[" + fingerprint + ", division " + division.orElse("unknown") + ", at " + at + "]";
    }
}
