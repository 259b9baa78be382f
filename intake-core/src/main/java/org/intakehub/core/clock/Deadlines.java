package org.intakehub.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.intakehub.core.clock.Deadline.Standing;
import org.intakehub.core.clock.Deadline.Step;

/** Computes when a term is over, day by day; pauses move the end, and a working day that a pause touches does not count. */
public final class Deadlines {
    private static final int WHOLE = 100;

    private final Supplier<WorkingCalendar> calendars;
    private final ZoneId zone;

    public Deadlines(WorkingCalendar calendar, ZoneId zone) {
        this(() -> calendar, zone);
    }

    /** By the calendar that is in force at the moment of the question. */
    public Deadlines(Supplier<WorkingCalendar> calendars, ZoneId zone) {
        this.calendars = calendars;
        this.zone = zone;
    }

    /**
     * When the term is over, and why.
     *
     * @throws NoCalendar if working days are to be counted in a year whose calendar is missing
     */
    public Deadline of(Term term, Instant start, List<Pause> pauses) {
        List<Pause> merged = merged(pauses, start);
        if (term instanceof Term.WorkingDays working) {
            return ofDays(working.days(), start, merged);
        }
        if (term instanceof Term.Extended extended) {
            return extended(of(extended.first(), start, merged), extended.more(), merged);
        }
        Instant due = after(((Term.Elapsed) term).duration(), start, merged);
        return new Deadline(due, ran(start, due, merged));
    }

    /** The added days are counted from the day on which the first term ended. */
    private Deadline extended(Deadline first, Term.WorkingDays more, List<Pause> pauses) {
        Deadline added = ofDays(more.days(), first.due().minusNanos(1), pauses);
        List<Step> steps = new ArrayList<>(first.steps());
        steps.addAll(added.steps().subList(1, added.steps().size()));
        return new Deadline(added.due(), steps);
    }

    /**
     * When so many per cent of the term have passed; 100 is the deadline.
     *
     * @throws NoCalendar as {@link #of}
     */
    public Instant at(int percent, Term term, Instant start, List<Pause> pauses) {
        List<Pause> merged = merged(pauses, start);
        if (term instanceof Term.WorkingDays working) {
            int parts = working.days() * percent;
            Instant whole = ofDays(parts / WHOLE, start, merged).due();
            if (parts % WHOLE == 0) {
                return whole;
            }
            Instant next = ofDays(parts / WHOLE + 1, start, merged).due();
            Instant morning = next.atZone(zone).minusDays(1).toInstant();
            return morning.plus(
                    Duration.between(morning, next).multipliedBy(parts % WHOLE).dividedBy(WHOLE));
        }
        if (term instanceof Term.Extended) {
            Duration whole = Duration.between(start, of(term, start, merged).due());
            return start.plus(whole.multipliedBy(percent).dividedBy(WHOLE));
        }
        Duration share = ((Term.Elapsed) term).duration().multipliedBy(percent).dividedBy(WHOLE);
        return after(share, start, merged);
    }

    private Deadline ofDays(int days, Instant start, List<Pause> pauses) {
        WorkingCalendar calendar = calendars.get();
        LocalDate date = start.atZone(zone).toLocalDate();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(date, Standing.STARTED, Optional.of(calendar.day(date)), 0, Duration.ZERO));
        int counted = 0;
        while (counted < days) {
            date = date.plusDays(1);
            Day day = calendar.day(date);
            Standing standing = standing(day, pauses);
            if (standing == Standing.COUNTED) {
                counted++;
            }
            steps.add(new Step(date, standing, Optional.of(day), counted, Duration.ZERO));
        }
        return new Deadline(midnight(date.plusDays(1)), steps);
    }

    private Standing standing(Day day, List<Pause> pauses) {
        if (!day.isWorked()) {
            return Standing.OFF;
        }
        Instant from = midnight(day.date());
        Instant to = midnight(day.date().plusDays(1));
        boolean touched = pauses.stream()
                .anyMatch(pause -> pause.from().isBefore(to) && pause.to().isAfter(from));
        return touched ? Standing.PAUSED : Standing.COUNTED;
    }

    private static Instant after(Duration length, Instant start, List<Pause> pauses) {
        Instant due = start.plus(length);
        for (Pause pause : pauses) {
            if (pause.from().isBefore(due)) {
                due = due.plus(Duration.between(pause.from(), pause.to()));
            }
        }
        return due;
    }

    private List<Step> ran(Instant start, Instant due, List<Pause> pauses) {
        List<Step> steps = new ArrayList<>();
        Instant from = start;
        while (from.isBefore(due)) {
            LocalDate date = from.atZone(zone).toLocalDate();
            Instant to = earlier(midnight(date.plusDays(1)), due);
            Duration ran = Duration.between(from, to).minus(paused(from, to, pauses));
            steps.add(new Step(date, ran.isZero() ? Standing.PAUSED : Standing.RAN, Optional.empty(), 0, ran));
            from = to;
        }
        return steps;
    }

    private static Duration paused(Instant from, Instant to, List<Pause> pauses) {
        Duration sum = Duration.ZERO;
        for (Pause pause : pauses) {
            Instant begin = pause.from().isAfter(from) ? pause.from() : from;
            Instant end = earlier(pause.to(), to);
            sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
        }
        return sum;
    }

    /** In order, without overlaps, and none before the start. */
    private static List<Pause> merged(List<Pause> pauses, Instant start) {
        List<Pause> merged = new ArrayList<>();
        Instant reached = start;
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            Instant from = pause.from().isAfter(reached) ? pause.from() : reached;
            if (from.isBefore(pause.to())) {
                merged.add(new Pause(from, pause.to()));
                reached = pause.to();
            }
        }
        return merged;
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
