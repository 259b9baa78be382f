package org.intakehub.core.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.clock.Holiday;

/** Reads the State Council's holidays: a date stands once, in the notice for its year or for the next. */
final class CalendarTable {
    private static final int LONGEST_DAYS = 31;

    private final List<Holiday> holidays = new ArrayList<>();
    private final Map<LocalDate, Integer> lines = new HashMap<>();

    CalendarTable(RuleSource source, Problems problems) {
        source.rows(RuleFile.CALENDAR, problems).forEach(this::holiday);
    }

    List<Holiday> holidays() {
        return holidays;
    }

    private void holiday(Row row) {
        Optional<String> name = row.text("name");
        Optional<Integer> notice = row.whole("notice", 2000, 2999);
        if (name.isEmpty() || notice.isEmpty()) {
            return;
        }
        Set<LocalDate> off = dates("off", notice.get(), row);
        Set<LocalDate> work = dates("work", notice.get(), row);
        holidays.add(new Holiday(notice.get(), name.get(), off, work));
    }

    private Set<LocalDate> dates(String column, int notice, Row row) {
        Set<LocalDate> dates = new HashSet<>();
        for (String part : row.list(column)) {
            List<LocalDate> span = span(part);
            if (span.isEmpty()) {
                row.problem(
                        column + " \"" + part + "\" is no date or span; expected 2026-10-01 or 2026-10-01..2026-10-07");
            }
            span.forEach(date -> check(date, column, notice, row));
            dates.addAll(span);
        }
        return dates;
    }

    private void check(LocalDate date, String column, int notice, Row row) {
        if (date.isBefore(LocalDate.of(notice - 1, 12, 1)) || date.getYear() > notice) {
            row.problem(column + " " + date + " is no day of the notice for " + notice);
        }
        Integer first = lines.putIfAbsent(date, row.line());
        if (first != null) {
            row.problem(column + " " + date + " stands in line " + first + " already; expected once");
        }
    }

    private static List<LocalDate> span(String text) {
        String[] ends = text.split("\\.\\.", -1);
        try {
            LocalDate from = LocalDate.parse(ends[0]);
            LocalDate to = LocalDate.parse(ends[ends.length - 1]);
            long days = ChronoUnit.DAYS.between(from, to);
            return ends.length > 2 || days < 0 || days > LONGEST_DAYS
                    ? List.of()
                    : from.datesUntil(to.plusDays(1)).toList();
        } catch (DateTimeException e) {
            return List.of();
        }
    }
}
