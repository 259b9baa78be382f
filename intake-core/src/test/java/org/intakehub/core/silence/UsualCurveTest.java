package org.intakehub.core.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class UsualCurveTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Monday, ten o'clock in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static final Instant SINCE = NOW.minus(Duration.ofDays(56));

    private static UsualCurve curve(Instant since, ToIntFunction<Instant> counts) {
        var hours = new HashMap<Instant, Integer>();
        for (var hour = since.truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(NOW);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            var count = counts.applyAsInt(hour);
            if (count > 0) {
                hours.put(hour, count);
            }
        }
        return UsualCurve.of(hours, since, NOW, ZONE);
    }

    private static boolean isOpen(Instant hour) {
        var local = hour.atZone(ZONE);
        return local.getDayOfWeek().getValue() <= 5 && local.getHour() >= 8 && local.getHour() < 18;
    }

    @Test
    void aBusySourceIsMissedAfterAQuarterOfAnHour() {
        var curve = curve(SINCE, hour -> 60);
        assertThat(curve.isAlarming(NOW.minus(Duration.ofMinutes(14)), NOW)).isFalse();
        assertThat(curve.isAlarming(NOW.minus(Duration.ofMinutes(16)), NOW)).isTrue();
    }

    @Test
    void nightsAndWeekendsOfAnOfficeAreNoSilence() {
        var curve = curve(SINCE, hour -> isOpen(hour) ? 6 : 0);
        var fridayEvening = Instant.parse("2026-11-20T09:59:00Z");
        var mondayMorning = Instant.parse("2026-11-23T00:30:00Z");
        assertThat(curve.isAlarming(fridayEvening, mondayMorning)).isFalse();
        assertThat(curve.isAlarming(fridayEvening, NOW)).isTrue();
    }

    @Test
    void whatComesInSwarmsIsNotMissedBetweenThem() {
        var curve = curve(SINCE, hour -> hour.getEpochSecond() / 3600 % 10 == 0 ? 500 : 0);
        assertThat(curve.isAlarming(NOW.minus(Duration.ofHours(12)), NOW)).isFalse();
        assertThat(curve.isAlarming(NOW.minus(Duration.ofDays(4)), NOW)).isTrue();
    }

    @Test
    void aYoungSourceIsGivenTimeBeforeAnybodyIsAlarmed() {
        var young = curve(NOW.minus(Duration.ofDays(8)), hour -> 60);
        assertThat(young.isAlarming(NOW.minus(Duration.ofHours(3)), NOW)).isFalse();
        assertThat(young.isAlarming(NOW.minus(Duration.ofHours(12)), NOW)).isTrue();
    }

    @Test
    void whatNeverBroughtAnythingIsNeverMissed() {
        var curve = UsualCurve.of(Map.of(), SINCE, NOW, ZONE);
        assertThat(curve.weight(SINCE, NOW)).isZero();
        assertThat(curve.isAlarming(Instant.EPOCH, NOW)).isFalse();
    }
}
