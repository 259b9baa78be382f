package org.intakehub.gateway.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one line of a report.
 *
 * @param key what the line is about, such as a channel; empty for all together
 */
record Tally(String key, Map<Figure, Long> figures) {
    private static final int ON_TIME = 60;
    private static final int CLOSED = 30;
    private static final int NOT_REWORKED = 10;

    Tally {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }

    static Tally sum(Collection<Tally> lines) {
        var sums = new EnumMap<Figure, Long>(Figure.class);
        lines.forEach(line -> line.figures().forEach((figure, count) -> sums.merge(figure, count, Long::sum)));
        return new Tally("", sums);
    }

    long of(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }

    /** For templates. */
    public long of(String figure) {
        return of(Figure.valueOf(figure));
    }

    Share share(Figure part, Figure whole) {
        return new Share(of(part), of(whole));
    }

    /** For templates. */
    public Share share(String part, String whole) {
        return share(Figure.valueOf(part), Figure.valueOf(whole));
    }

    /**
     * 0 to 100, as digital urban management weighs units: 按期处置率×60 + 结案率×30 + (1−返工率)×10; none without a work order that counts.
     */
    public Optional<BigDecimal> composite() {
        if (of(Figure.COUNTED) == 0) {
            return Optional.empty();
        }
        // What nothing was due of, nothing was late of.
        var onTime = of(Figure.DUE) == 0 ? 1 : share(Figure.ON_TIME, Figure.DUE).ratio();
        var sum = onTime * ON_TIME
                + share(Figure.COUNTED_CLOSED, Figure.COUNTED).ratio() * CLOSED
                + (1 - share(Figure.REWORKED, Figure.COUNTED_CLOSED).ratio()) * NOT_REWORKED;
        return Optional.of(BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_UP));
    }
}
