package org.intakehub.core.clock;

import java.time.Instant;

/** A span in which a clock stood still; one that is not over yet ends now. */
public record Pause(Instant from, Instant to) {
    public Pause {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it began");
        }
    }
}
