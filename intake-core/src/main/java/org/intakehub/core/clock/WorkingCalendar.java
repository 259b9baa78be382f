package org.intakehub.core.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which days are worked, exactly as the State Council's notices say; a year without a notice is refused. */
public final class WorkingCalendar {
    private final Map<LocalDate, Day> exceptions = new HashMap<>();
    private final TreeSet<Integer> years = new TreeSet<>();

    public WorkingCalendar(Collection<Holiday> holidays) {
        for (Holiday holiday : holidays) {
            years.add(holiday.notice());
            holiday.off().forEach(date -> exceptions.put(date, new Day(date, Day.Kind.HOLIDAY, holiday.name())));
            holiday.work().forEach(date -> exceptions.put(date, new Day(date, Day.Kind.MAKE_UP, holiday.name())));
        }
    }

    /**
     * What a day is.
     *
     * @throws NoCalendar if the notice for the day's year is missing
     */
    public Day day(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new NoCalendar(date.getYear());
        }
        Day exception = exceptions.get(date);
        return exception != null ? exception : new Day(date, usual(date), "");
    }

    /** The years whose notices are known. */
    public Set<Integer> years() {
        return Set.copyOf(years);
    }

    /** Whether every day from this one on for so many days is known; a calendar is due well before its year begins. */
    public boolean reaches(LocalDate from, int days) {
        return years.contains(from.getYear())
                && years.contains(from.plusDays(days).getYear());
    }

    private static Day.Kind usual(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY
                ? Day.Kind.WEEKEND
                : Day.Kind.WORKDAY;
    }
}
