package org.intakehub.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = CityRules.shipped().calendar();

    /** Counted from the notices by another program, not from the shipped file. */
    @ParameterizedTest
    @CsvSource({
        "2018, 22 17 22 20 22 20 22 23 21 18 22 21, 250",
        "2019, 22 17 21 22 21 19 23 22 21 19 21 22, 250",
        "2020, 17 20 22 22 19 21 23 21 23 17 21 23, 249",
        "2021, 20 17 23 22 19 21 22 22 22 17 22 23, 250",
        "2022, 21 16 23 21 20 21 21 23 21 18 22 22, 249",
        "2023, 18 20 23 20 21 21 21 23 20 19 22 21, 249",
        "2024, 22 18 21 22 21 19 23 22 21 19 21 22, 251",
        "2025, 19 19 21 22 19 20 23 21 23 18 20 23, 248",
        "2026, 21 16 22 21 19 21 23 21 22 18 21 23, 248"
    })
    void countsTheWorkingDaysOfEachMonth(int year, String months, int whole) {
        var counted = IntStream.rangeClosed(1, 12)
                .mapToLong(month -> worked(YearMonth.of(year, month)))
                .toArray();

        assertThat(String.join(
                        " ",
                        IntStream.range(0, 12)
                                .mapToObj(month -> Long.toString(counted[month]))
                                .toList()))
                .isEqualTo(months);
        assertThat(IntStream.range(0, 12).mapToLong(month -> counted[month]).sum())
                .isEqualTo(whole);
    }

    @Test
    void knowsHolidaysAndTheDaysThatMakeUpForThem() {
        assertThat(calendar.day(LocalDate.of(2026, 10, 5)))
                .isEqualTo(new Day(LocalDate.of(2026, 10, 5), Day.Kind.HOLIDAY, "国庆节"));
        assertThat(calendar.day(LocalDate.of(2026, 10, 10)))
                .isEqualTo(new Day(LocalDate.of(2026, 10, 10), Day.Kind.MAKE_UP, "国庆节"));
        assertThat(calendar.day(LocalDate.of(2026, 10, 11)).isWorked()).isFalse();
    }

    @Test
    void knowsADecemberDayThatTheNextYearsNoticeSpeaksOf() {
        assertThat(calendar.day(LocalDate.of(2018, 12, 29)).isWorked()).isTrue();
        assertThat(calendar.day(LocalDate.of(2018, 12, 31)).isWorked()).isFalse();
    }

    @Test
    void refusesAYearWithoutANotice() {
        assertThatExceptionOfType(NoCalendar.class)
                .isThrownBy(() -> calendar.day(LocalDate.of(2027, 1, 4)))
                .withMessage("calendar.csv has no holidays of 2027")
                .satisfies(refused -> assertThat(refused.year()).isEqualTo(2027));
        assertThat(calendar.reaches(LocalDate.of(2026, 10, 1), 60)).isTrue();
        assertThat(calendar.reaches(LocalDate.of(2026, 11, 30), 60)).isFalse();
    }

    private long worked(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(date -> calendar.day(date).isWorked())
                .count();
    }
}
