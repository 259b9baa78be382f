package org.intakehub.deploy.load;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a run came to.
 *
 * @param median milliseconds within which half were done
 * @param slowest milliseconds within which 99 in 100 were done
 */
record Figures(double perSecond, double median, double slowest) {
    static Figures of(List<long[]> nanos, double seconds) {
        var all = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            return new Figures(0, 0, 0);
        }
        return new Figures(all.length / seconds, at(all, 0.5), at(all, 0.99));
    }

    /** The round in the middle by throughput. */
    static Figures middle(List<Figures> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Figures::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.0f /s   p50 %6.2f ms   p99 %7.2f ms", perSecond, median, slowest);
    }
}
