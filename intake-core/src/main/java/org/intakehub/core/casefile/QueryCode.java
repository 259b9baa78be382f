package org.intakehub.core.casefile;

import java.util.random.RandomGenerator;

/** Ten digits with which a citizen looks a case up; worth nothing without the case's number. */
public final class QueryCode {
    private QueryCode() {}

    /**
     * Draws a new code.
     *
     * @param random an unpredictable source, such as {@link java.security.SecureRandom}
     */
    public static String draw(RandomGenerator random) {
        return "%010d".formatted(random.nextLong(10_000_000_000L));
    }
}
