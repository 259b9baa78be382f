package org.intakehub.core.hotspot;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges by the cases of one kind at one place whether so many citizens are more than is usual there. */
public final class HotSpots {
    /** Of how long ago tells what is usual. */
    public static final Duration MEMORY = Duration.ofDays(180);

    /** Fewer are neighbours who talked to each other. */
    public static final int LEAST = 3;

    /** Where nothing is known of a place: half a citizen in ninety days. */
    private static final double PRIOR = 0.5;

    private static final double PRIOR_DAYS = 90;

    /** A chance so small that it comes up less than once a year where a thousand kinds and places are watched. */
    private static final double IMPROBABLE = 1e-4;

    private HotSpots() {}

    /**
     * The most improbable surge that goes on now.
     *
     * @param sightings of one kind at one place, within {@link #MEMORY}
     * @param since when watching began: what is not known of the time before is not taken for quiet
     * @param learnt citizens a day that people have said to be usual here; 0 if nobody has
     */
    public static Optional<Surge> judge(List<Sighting> sightings, Instant now, Instant since, double learnt) {
        return Arrays.stream(Span.values())
                .map(span -> surge(sightings, span, now, since, learnt))
                .filter(surge -> surge.citizens() >= LEAST && surge.chance() < IMPROBABLE)
                .min(Comparator.comparingDouble(Surge::chance));
    }

    /** Whether enough different citizens came after a moment, such as when somebody settled the last warning. */
    public static boolean isEnough(List<Sighting> sightings, Instant after) {
        return Citizens.different(sightings.stream()
                        .filter(one -> one.at().isAfter(after))
                        .toList())
                >= LEAST;
    }

    private static Surge surge(List<Sighting> sightings, Span span, Instant now, Instant since, double learnt) {
        Instant begin = now.minus(span.length());
        List<Sighting> within = sightings.stream()
                .filter(one -> one.at().isAfter(begin) && !one.at().isAfter(now))
                .toList();
        long before = sightings.stream().filter(one -> !one.at().isAfter(begin)).count();
        Instant from = since.isAfter(now.minus(MEMORY)) ? since : now.minus(MEMORY);
        double days = Math.max(0, Duration.between(from, begin).toHours() / 24.0);
        double daily = Math.max(learnt, (before + PRIOR) / (days + PRIOR_DAYS));
        int citizens = Citizens.different(within);
        return new Surge(span, citizens, daily * span.days(), chance(citizens, daily * span.days()));
    }

    /** That a Poisson variable of this mean reaches the count. */
    static double chance(int count, double mean) {
        double term = Math.exp(-mean);
        double below = 0;
        for (int k = 0; k < count; k++) {
            below += term;
            term *= mean / (k + 1);
        }
        return below < 0.999 ? 1 - below : rest(count, term, mean);
    }

    /** Where the sum below comes near to 1, the rest is added up itself. */
    private static double rest(int count, double first, double mean) {
        double sum = 0;
        double term = first;
        for (int k = count; term > sum * 1e-12 && k < count + 1000; k++) {
            sum += term;
            term *= mean / (k + 1);
        }
        return sum;
    }
}
