package org.intakehub.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ChallengesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final byte[] KEY = new byte[32];

    private static Challenges at(Instant now, int bits) {
        var settings = new CounterSettings(
                bits,
                Duration.ofMinutes(10),
                30,
                2,
                30,
                Duration.ofHours(3),
                5,
                DataSize.ofMegabytes(8),
                DataSize.ofMegabytes(16));
        return new Challenges(KEY, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aFormIsGoodForAWhileAndOnlyIfItWasHandedOutHere() {
        var challenge = at(NOW, 8).handOut();
        assertThat(at(NOW.plusSeconds(3 * 3600 - 1), 8).number(challenge)).isPresent();
        assertThat(at(NOW.plusSeconds(3 * 3600), 8).number(challenge)).isEmpty();
        assertThat(at(NOW, 8).number(challenge.replace("-1", "-2"))).isEmpty();
        assertThat(at(NOW, 8).number("")).isEmpty();
        assertThat(at(NOW, 8).number("x".repeat(10_000))).isEmpty();
    }

    @Test
    void workThatBelongsToAnotherFormCountsForNothing() {
        var challenges = at(NOW, 12);
        var first = challenges.handOut();
        var work = Work.of(first, 12);
        assertThat(challenges.isSolved(first, work)).isTrue();
        assertThat(challenges.isSolved(challenges.handOut(), work)).isFalse();
        assertThat(challenges.isSolved(first, "")).isFalse();
        assertThat(challenges.isSolved(first, work + "x")).isFalse();
    }

    @Test
    void aNumberIsUsedForOneContentUnlessThatCouldNotBeKept() {
        var challenges = at(NOW, 0);
        assertThat(challenges.use("a", "one")).isTrue();
        assertThat(challenges.use("a", "one")).isTrue();
        assertThat(challenges.use("a", "two")).isFalse();
        challenges.release("a");
        assertThat(challenges.use("a", "two")).isTrue();
    }
}
