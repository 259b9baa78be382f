package org.intakehub.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration[] WAITS = {
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(5),
        Duration.ofHours(10),
        Duration.ofHours(14),
        Duration.ofHours(20),
        Duration.ofHours(24)
    };

    private final Schedule schedule = new Schedule(new Random(1));

    @Test
    void waitsAsThePromisedScheduleSaysAndAtMostAFifthLonger() {
        for (int made = 1; made <= WAITS.length; made++) {
            var wait = schedule.after(made).orElseThrow();
            assertThat(wait)
                    .isBetween(WAITS[made - 1], WAITS[made - 1].multipliedBy(6).dividedBy(5));
        }
    }

    @Test
    void endsAfterTenAttempts() {
        assertThat(schedule.after(Schedule.ATTEMPTS)).isEqualTo(Optional.empty());
        assertThat(Schedule.ATTEMPTS).isEqualTo(10);
    }

    @Test
    void spreadsWhatFailedAtTheSameTime() {
        assertThat(IntStream.range(0, 50).mapToObj(any -> schedule.after(5)).distinct())
                .hasSizeGreaterThan(40);
    }
}
