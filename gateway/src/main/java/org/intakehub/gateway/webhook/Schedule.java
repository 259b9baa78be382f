package org.intakehub.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When an event is tried again that an endpoint did not take: ten attempts over three days, the later ones spread so that none come in droves. */
final class Schedule {
    /** Before the second attempt, the third and so on; the first is made at once. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    static final int ATTEMPTS = WAITS.size() + 1;
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Schedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait: never less than the schedule says, and up to a fifth more.
     *
     * @param made attempts that failed
     * @return empty after the last one
     */
    Optional<Duration> after(int made) {
        if (made < 1 || made > WAITS.size()) {
            return Optional.empty();
        }
        var wait = WAITS.get(made - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble())));
    }
}
