package org.intakehub.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When something is due, and how each day on the way there counted. */
public record Deadline(Instant due, List<Step> steps) {
    public Deadline {
        steps = List.copyOf(steps);
    }

    /** What a day did to a clock. */
    public enum Standing {
        /** The day of the start does not count towards working days. */
        STARTED,
        /** A working day that counts. */
        COUNTED,
        /** A weekend or holiday. */
        OFF,
        /** The clock stood still on this working day, if only for a part of it. */
        PAUSED,
        /** Time ran on this day, whatever the calendar says. */
        RAN
    }

    /**
     * One day.
     *
     * @param day by the calendar; only where working days are counted
     * @param number of working days so far, this one included; 0 where time runs day and night
     * @param ran time that ran on this day; zero where working days are counted
     */
    public record Step(LocalDate date, Standing standing, Optional<Day> day, int number, Duration ran) {}
}
