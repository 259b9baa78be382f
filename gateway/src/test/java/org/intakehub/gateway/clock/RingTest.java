package org.intakehub.gateway.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Deadlines;
import org.intakehub.core.clock.NightRest;
import org.intakehub.core.clock.Rung;
import org.intakehub.core.clock.Term;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

class RingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");

    private final Wakes wakes = new Wakes(new Deadlines(CityRules.shipped().calendar(), ZONE));
    private final NightRest night = new NightRest(LocalTime.of(22, 0), LocalTime.of(7, 0), ZONE);

    @Test
    void r12WarnsAtEachRungAndBreachesOnceAtTheDeadline() {
        var first = ring(clock(NOON, 0, false, false), NOON.plusSeconds(1800));
        assertThat(first.told())
                .hasValueSatisfying(rung -> assertThat(rung.percent()).isEqualTo(50));
        assertThat(first.breached()).isFalse();
        assertThat(first.next()).contains(NOON.plusSeconds(2700));

        var last = ring(clock(NOON, 75, false, false), NOON.plusSeconds(3600));
        assertThat(last.breached()).isTrue();
        assertThat(last.told()).map(Rung::percent).contains(100);
    }

    @Test
    void r9GoesUpTheLadderBehindTheDeadline() {
        var higher = ring(clock(NOON, 100, true, false), NOON.plusSeconds(7200));

        assertThat(higher.breached()).isFalse();
        assertThat(higher.told()).map(Rung::toString).contains("200:director");
        assertThat(higher.next()).isEmpty();
    }

    @Test
    void atNightABreachStandsAtOnceAndIsToldInTheMorning() {
        var asleep = ring(clock(MIDNIGHT, 75, false, false), MIDNIGHT.plusSeconds(3600));
        assertThat(asleep.breached()).isTrue();
        assertThat(asleep.told()).isEmpty();
        assertThat(asleep.next()).contains(Instant.parse("2026-11-23T23:00:00Z"));

        var morning = ring(clock(MIDNIGHT, 75, true, false), asleep.next().orElseThrow());
        assertThat(morning.breached()).isFalse();
        assertThat(morning.told()).map(Rung::percent).contains(100);
    }

    @Test
    void anUrgentMatterIsToldAtNight() {
        assertThat(ring(clock(MIDNIGHT, 75, false, true), MIDNIGHT.plusSeconds(3600))
                        .told())
                .isPresent();
    }

    @Test
    void lettingTheTimeForReturnsPassWakesNobody() {
        var run = new Wakes.Run(
                ClockKind.RETURN, new Term.Elapsed(Duration.ofHours(1)), NOON, List.of(), Rung.ladder("50:unit"));

        assertThat(wakes.next(run, 0)).isEmpty();
    }

    private Ring ring(RunningClock clock, Instant now) {
        return Ring.of(clock, now, wakes, night);
    }

    private static RunningClock clock(Instant started, int percent, boolean breached, boolean urgent) {
        var term = new Term.Elapsed(Duration.ofHours(1));
        return new RunningClock(
                1,
                new UUID(0, 1),
                Optional.empty(),
                "340181-20261123-000001",
                Optional.of(started.plusSeconds(3600)),
                breached,
                percent,
                urgent,
                Optional.of("zhujian"),
                new Wakes.Run(
                        ClockKind.FIRST_CONTACT,
                        term,
                        started,
                        List.of(),
                        Rung.ladder("50:handler|75:unit|100:dispatcher|200:director")));
    }
}
