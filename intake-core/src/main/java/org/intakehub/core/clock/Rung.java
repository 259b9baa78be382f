package org.intakehub.core.clock;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rung of the ladder of warnings (R9); a ladder is written as {@code 50:handler|75:unit|100:dispatcher}.
 *
 * @param percent how much of the limit has passed; 100 is the deadline
 */
public record Rung(int percent, Notified who) {
    private static final int HIGHEST_PERCENT = 10_000;

    /** One rung, such as {@code 75:unit}. */
    public static Optional<Rung> parse(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        int percent = Integer.parseInt(parts[0]);
        return Stream.of(Notified.values())
                .filter(any -> any.name().equals(parts[1].toUpperCase(Locale.ROOT)) && percent <= HIGHEST_PERCENT)
                .findFirst()
                .map(who -> new Rung(percent, who));
    }

    /** The rungs of a ladder, the lowest first; what is no rung is left out. */
    public static List<Rung> ladder(String text) {
        return Stream.of(text.split("\\|", -1))
                .flatMap(rung -> parse(rung).stream())
                .sorted(Comparator.comparingInt(Rung::percent))
                .toList();
    }

    /** What {@link #ladder} reads. */
    public static String text(List<Rung> ladder) {
        return ladder.stream().map(Rung::toString).collect(Collectors.joining("|"));
    }

    @Override
    public String toString() {
        return percent + ":" + who.name().toLowerCase(Locale.ROOT);
    }
}
