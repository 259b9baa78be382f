package org.intakehub.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A limit of time as a policy states it. */
public sealed interface Term {
    /** Time that runs day and night. */
    record Elapsed(Duration duration) implements Term {
        @Override
        public String toString() {
            long seconds = duration.toSeconds();
            if (seconds % 3600 == 0) {
                return seconds / 3600 + "h";
            }
            return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        }
    }

    /** Whole working days after the day of the start; the last one ends at midnight (民法典 201, 203). */
    record WorkingDays(int days) implements Term {
        @Override
        public String toString() {
            return days + "wd";
        }
    }

    /** As long as the superior authority says. */
    record Given() implements Term {
        @Override
        public String toString() {
            return "given";
        }
    }

    /** A term and the working days by which it was extended. */
    record Extended(Term first, WorkingDays more) implements Term {
        @Override
        public String toString() {
            return first + "+" + more;
        }
    }

    /** Reads what {@code toString} writes: {@code 60s}, {@code 20m}, {@code 48h}, {@code 10wd}, {@code 48h+5wd}, {@code given}. */
    static Optional<Term> parse(String text) {
        int plus = text.lastIndexOf('+');
        if (plus > 0) {
            return parse(text.substring(0, plus))
                    .flatMap(first -> parse(text.substring(plus + 1))
                            .filter(WorkingDays.class::isInstance)
                            .map(more -> new Extended(first, (WorkingDays) more)));
        }
        if (text.equals("given")) {
            return Optional.of(new Given());
        }
        Matcher parts = Pattern.compile("([1-9][0-9]{0,5})(s|m|h|wd)").matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "s" -> new Elapsed(Duration.ofSeconds(amount));
                    case "m" -> new Elapsed(Duration.ofMinutes(amount));
                    case "h" -> new Elapsed(Duration.ofHours(amount));
                    default -> new WorkingDays(amount);
                });
    }

    /**
     * The term with the superior's deadline filled in; none, if it is needed and was not given.
     *
     * @param due the superior's deadline; one that is over leaves a second
     */
    default Optional<Term> from(Instant start, Optional<Instant> due) {
        if (!(this instanceof Given)) {
            return Optional.of(this);
        }
        return due.map(end -> new Elapsed(
                Duration.ofSeconds(Math.max(1, Duration.between(start, end).toSeconds()))));
    }
}
