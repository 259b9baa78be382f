package org.intakehub.core.silence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How much a source usually brings in, by weekday and hour, as it was in the weeks before. Messages come in swarms, so an hour's weight is
 * taken from what even a poor week brought, and from how many weeks brought anything at all; never from the mean.
 */
public final class UsualCurve {
    /** A silence that comes up once in a thousand. */
    private static final double IMPROBABLE = -Math.log(0.001);
    /** Less is a pause to breathe, however busy the source. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final int HOURS = 24;
    private static final int SLOTS = 7 * HOURS;
    /** What is older says nothing new: by then the weight of a quiet source has passed the limit as well, or never will. */
    private static final Duration LONGEST = Duration.ofDays(28);

    private final double[] weights;
    private final ZoneId zone;

    private UsualCurve(double[] weights, ZoneId zone) {
        this.weights = weights;
        this.zone = zone;
    }

    /**
     * Learns the curve.
     *
     * @param hours messages of each hour that brought any, by the hour's beginning
     * @param since when the source began, or as far back as is to be looked
     * @param until the first hour that does not count, usually the one under way
     */
    public static UsualCurve of(Map<Instant, Integer> hours, Instant since, Instant until, ZoneId zone) {
        var seen = new ArrayList<List<Integer>>();
        for (var slot = 0; slot < SLOTS; slot++) {
            seen.add(new ArrayList<>());
        }
        for (var hour = since.truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(until);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            seen.get(slot(hour.atZone(zone))).add(hours.getOrDefault(hour, 0));
        }
        return new UsualCurve(seen.stream().mapToDouble(UsualCurve::weight).toArray(), zone);
    }

    /** The negative logarithm of the chance that such an hour brings nothing. */
    private static double weight(List<Integer> weeks) {
        var active = weeks.stream().filter(count -> count > 0).count();
        var byHabit = -Math.log(1 - (double) active / (weeks.size() + 1));
        return Math.max(byHabit, poor(weeks));
    }

    /** What the poorest quarter of the weeks still brought; nothing if only few weeks are known. */
    private static double poor(List<Integer> weeks) {
        var sorted = weeks.stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted.length < 4
                ? 0
                : Arrays.stream(sorted).limit((sorted.length + 3) / 4).max().orElse(0);
    }

    /** Whether hearing nothing between the two moments is so improbable that a person has to look. */
    public boolean isAlarming(Instant lastHeard, Instant now) {
        return lastHeard.plus(SHORTEST).isBefore(now) && weight(lastHeard, now) > IMPROBABLE;
    }

    /** How improbable a silence between the two moments is: the negative natural logarithm of its chance. */
    public double weight(Instant lastHeard, Instant now) {
        var from = lastHeard.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : lastHeard;
        var sum = 0.0;
        while (from.isBefore(now)) {
            var next = from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            var end = next.isBefore(now) ? next : now;
            sum += weights[slot(from.atZone(zone))]
                    * Duration.between(from, end).toMillis()
                    / Duration.ofHours(1).toMillis();
            from = end;
        }
        return sum;
    }

    private static int slot(ZonedDateTime at) {
        return (at.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) * HOURS + at.getHour();
    }
}
