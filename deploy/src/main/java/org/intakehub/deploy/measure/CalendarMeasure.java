package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.intakehub.core.clock.Deadlines;
import org.intakehub.core.clock.NoCalendar;
import org.intakehub.core.clock.Term;
import org.intakehub.core.clock.WorkingCalendar;
import org.intakehub.core.rules.CityRules;
import tools.jackson.databind.json.JsonMapper;

/** Measures the shipped calendar against the notices that it was made from; see {@code deploy/measure/calendar}. */
public final class CalendarMeasure {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WORKING_DAYS = 10;

    private final Map<LocalDate, Boolean> notices = new HashMap<>();
    private final TreeSet<Integer> years = new TreeSet<>();
    private final TreeSet<Integer> empty = new TreeSet<>();
    private final WorkingCalendar calendar = CityRules.shipped().calendar();
    private final Deadlines deadlines = new Deadlines(calendar, ZONE);
    private final Tally days = new Tally("days");
    private final Tally terms = new Tally("deadlines");
    private final Tally refused = new Tally("refused");

    private CalendarMeasure(List<Path> files) throws IOException {
        var json = JsonMapper.builder().build();
        for (var file : files) {
            var notice = json.readTree(Files.readString(file));
            var year = notice.path("year").intValue();
            (notice.path("days").isEmpty() ? empty : years).add(year);
            for (var day : notice.path("days")) {
                notices.put(
                        LocalDate.parse(day.path("date").stringValue("")),
                        !day.path("isOffDay").booleanValue());
            }
        }
    }

    /**
     * Prints the figures.
     *
     * @param args the folder with the notices
     */
    public static void main(String[] args) throws IOException {
        try (var files = Files.list(Path.of(args[0]))) {
            new CalendarMeasure(files.filter(file -> file.toString().endsWith(".json"))
                            .toList())
                    .run();
        }
    }

    private void run() {
        for (var year : years) {
            LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(this::day);
        }
        for (var year : empty) {
            refused.add(Integer.toString(year), isRefused(LocalDate.of(year, 6, 1)));
        }
        System.out.println(days);
        System.out.println(terms);
        System.out.printf("days=%s deadlines=%s refused=%s%n", days.fraction(), terms.fraction(), refused.fraction());
    }

    private void day(LocalDate day) {
        days.add(day.toString(), calendar.day(day).isWorked() == isWorked(day));
        var last = day;
        for (int left = WORKING_DAYS; left > 0; ) {
            last = last.plusDays(1);
            left -= isWorked(last) ? 1 : 0;
        }
        if (years.contains(last.getYear())) {
            var due = deadlines.of(
                    new Term.WorkingDays(WORKING_DAYS),
                    day.atTime(9, 30).atZone(ZONE).toInstant(),
                    List.of());
            terms.add(
                    day.toString(),
                    due.due().equals(last.plusDays(1).atStartOfDay(ZONE).toInstant()));
        }
    }

    private boolean isRefused(LocalDate day) {
        try {
            calendar.day(day);
            return false;
        } catch (NoCalendar missing) {
            return missing.year() == day.getYear();
        }
    }

    private boolean isWorked(LocalDate day) {
        return notices.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
    }
}
