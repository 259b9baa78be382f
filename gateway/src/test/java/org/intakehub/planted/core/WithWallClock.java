package org.intakehub.planted.core;

import java.time.Instant;

/** Knows what time it is without being told. */
record WithWallClock(Instant start) {
    boolean hasStarted() {
        return start.isBefore(Instant.now());
    }
}
