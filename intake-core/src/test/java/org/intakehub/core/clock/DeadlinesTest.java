package org.intakehub.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.clock.Deadline.Standing;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Term TEN_DAYS = new Term.WorkingDays(10);

    private final Deadlines deadlines = new Deadlines(CityRules.shipped().calendar(), ZONE);

    @Test
    void countsWorkingDaysAcrossTheNationalHoliday() {
        var deadline = deadlines.of(TEN_DAYS, local("2026-09-24T15:30"), List.of());

        assertThat(deadline.due()).isEqualTo(local("2026-10-16T00:00"));
        assertThat(deadline.steps().get(0).standing()).isEqualTo(Standing.STARTED);
        assertThat(deadline.steps())
                .filteredOn(step -> step.standing() == Standing.COUNTED)
                .extracting(step -> step.date().toString())
                .containsExactly(
                        "2026-09-28",
                        "2026-09-29",
                        "2026-09-30",
                        "2026-10-08",
                        "2026-10-09",
                        "2026-10-10",
                        "2026-10-12",
                        "2026-10-13",
                        "2026-10-14",
                        "2026-10-15");
    }

    @Test
    void aWorkingDayThatASuspensionTouchesDoesNotCount() {
        var pause = new Pause(local("2026-11-25T10:00"), local("2026-11-26T09:00"));

        var deadline = deadlines.of(new Term.WorkingDays(2), local("2026-11-23T09:00"), List.of(pause));

        assertThat(deadline.due()).isEqualTo(local("2026-11-28T00:00"));
        assertThat(deadline.steps())
                .extracting(Deadline.Step::standing)
                .containsExactly(
                        Standing.STARTED, Standing.COUNTED, Standing.PAUSED, Standing.PAUSED, Standing.COUNTED);
    }

    @Test
    void elapsedTimeRunsThroughNightAndWeekendAndStopsWhileSuspended() {
        var pause = new Pause(local("2026-11-21T12:00"), local("2026-11-23T12:00"));

        var deadline = deadlines.of(new Term.Elapsed(Duration.ofDays(2)), local("2026-11-20T18:00"), List.of(pause));

        assertThat(deadline.due()).isEqualTo(local("2026-11-24T18:00"));
        assertThat(deadline.steps())
                .extracting(Deadline.Step::ran)
                .containsExactly(
                        Duration.ofHours(6),
                        Duration.ofHours(12),
                        Duration.ZERO,
                        Duration.ofHours(12),
                        Duration.ofHours(18));
    }

    @Test
    void saysWhenAShareOfTheWorkingDaysHasPassed() {
        var start = local("2026-11-23T09:00");

        assertThat(deadlines.at(50, TEN_DAYS, start, List.of())).isEqualTo(local("2026-12-01T00:00"));
        assertThat(deadlines.at(75, TEN_DAYS, start, List.of())).isEqualTo(local("2026-12-03T12:00"));
        assertThat(deadlines.at(100, TEN_DAYS, start, List.of())).isEqualTo(local("2026-12-08T00:00"));
        assertThat(deadlines.at(50, new Term.Elapsed(Duration.ofSeconds(60)), start, List.of()))
                .isEqualTo(start.plusSeconds(30));
    }

    @Test
    void refusesADeadlineThatReachesIntoAYearWithoutACalendar() {
        assertThatExceptionOfType(NoCalendar.class)
                .isThrownBy(() -> deadlines.of(TEN_DAYS, local("2026-12-20T09:00"), List.of()));
    }

    @Test
    void anExtensionAddsWorkingDaysBehindTheFirstTerm() {
        var term = Term.parse("48h+2wd").orElseThrow();

        assertThat(deadlines.of(term, local("2026-11-25T15:00"), List.of()).due())
                .isEqualTo(local("2026-12-02T00:00"));
        assertThat(deadlines
                        .of(Term.parse("10wd+5wd").orElseThrow(), local("2026-11-23T09:00"), List.of())
                        .due())
                .isEqualTo(deadlines
                        .of(new Term.WorkingDays(15), local("2026-11-23T09:00"), List.of())
                        .due());
    }

    @Test
    void aSuperiorsDeadlineThatIsOverLeavesASecond() {
        var start = local("2026-11-23T09:00");

        assertThat(new Term.Given().from(start, Optional.of(start.minusSeconds(5))))
                .contains(new Term.Elapsed(Duration.ofSeconds(1)));
        assertThat(new Term.Given().from(start, Optional.empty())).isEmpty();
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }
}
