package org.intakehub.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.intakehub.core.clock.Deadline.Standing;
import org.intakehub.core.clock.Deadline.Step;
import org.intakehub.core.rules.CityRules;

/** What holds for every start, every term and every pause, against a second implementation that only knows how to walk. */
class DeadlinesPropertyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final long LAST_MINUTE = 3_140L * 24 * 60;
    private static final Map<LocalDate, Boolean> WORKED = exceptions();

    private final Deadlines deadlines = new Deadlines(CityRules.shipped().calendar(), ZONE);

    /** Every day of nine years, so not drawn by lot. */
    @Property(tries = 1)
    void everyDayIsWorkedExactlyAsTheNoticesSay() {
        WorkingCalendar calendar = CityRules.shipped().calendar();
        for (LocalDate day = FIRST; day.getYear() < 2027; day = day.plusDays(1)) {
            assertThat(calendar.day(day).isWorked()).as(day.toString()).isEqualTo(isWorked(day));
        }
    }

    @Property(tries = 2_000)
    void theLastOfSoManyWorkingDaysEndsAtMidnight(
            @ForAll @LongRange(max = LAST_MINUTE) long minute, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant start = start(minute);

        Deadline deadline = deadlines.of(new Term.WorkingDays(days), start, List.of());

        assertThat(deadline.due())
                .isEqualTo(walked(start, days).atStartOfDay(ZONE).toInstant());
        assertThat(deadlines.at(100, new Term.WorkingDays(days), start, List.of()))
                .isEqualTo(deadline.due());
    }

    @Property
    void theExplanationHasEveryDayOnceAndAddsUp(
            @ForAll @LongRange(max = LAST_MINUTE) long minute,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @Size(max = 3) List<@LongRange(max = 50_000) Long> pauses) {
        Instant start = start(minute);

        List<Step> steps = deadlines
                .of(new Term.WorkingDays(days), start, pauses(start, pauses))
                .steps();

        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).date()).isEqualTo(steps.get(i - 1).date().plusDays(1));
        }
        assertThat(steps.stream().filter(step -> step.standing() == Standing.COUNTED))
                .hasSize(days);
        assertThat(steps.get(steps.size() - 1).number()).isEqualTo(days);
    }

    @Property
    void elapsedTimeIsTheTimeThatRan(
            @ForAll @LongRange(max = LAST_MINUTE) long minute,
            @ForAll @IntRange(min = 1, max = 20_000) int length,
            @ForAll @Size(max = 4) List<@LongRange(max = 30_000) Long> pauses) {
        Instant start = start(minute);
        List<Pause> all = pauses(start, pauses);
        Deadline deadline = deadlines.of(new Term.Elapsed(Duration.ofMinutes(length)), start, all);

        assertThat(deadline.due()).isEqualTo(walkedMinutes(start, length, all));
        assertThat(deadline.steps().stream().map(Step::ran).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(length));
    }

    @Property
    void aPauseNeverBringsADeadlineForwardAndALaterStartNeverAnEarlierOne(
            @ForAll @LongRange(max = LAST_MINUTE) long minute,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll @Size(min = 1, max = 3) List<@LongRange(max = 50_000) Long> pauses,
            @ForAll @IntRange(max = 10_000) int later) {
        Term term = new Term.WorkingDays(days);
        Instant start = start(minute);
        Instant due = deadlines.of(term, start, List.of()).due();

        assertThat(deadlines.of(term, start, pauses(start, pauses)).due()).isAfterOrEqualTo(due);
        assertThat(deadlines
                        .of(term, start.plus(Duration.ofMinutes(later)), List.of())
                        .due())
                .isAfterOrEqualTo(due);
    }

    @Property
    void sharesOfATermComeInTheirOrder(
            @ForAll @LongRange(max = LAST_MINUTE) long minute,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll @IntRange(min = 1, max = 200) int share,
            @ForAll @IntRange(min = 0, max = 100) int more) {
        Term term = new Term.WorkingDays(days);
        Instant start = start(minute);

        assertThat(deadlines.at(share + more, term, start, List.of()))
                .isAfterOrEqualTo(deadlines.at(share, term, start, List.of()));
    }

    @Property
    void aTermIsReadAsItIsWritten(@ForAll @IntRange(min = 1, max = 999_999) int amount) {
        for (Term term : List.of(new Term.WorkingDays(amount), new Term.Elapsed(Duration.ofSeconds(amount)))) {
            assertThat(Term.parse(term.toString())).contains(term);
        }
    }

    private static Instant start(long minute) {
        return FIRST.atStartOfDay(ZONE).plusMinutes(minute).toInstant();
    }

    /** Each drawn number says by its halves when a pause begins and how long it is. */
    private static List<Pause> pauses(Instant start, List<Long> drawn) {
        return drawn.stream()
                .map(number -> {
                    Instant from = start.plus(Duration.ofMinutes(number / 2));
                    return new Pause(from, from.plus(Duration.ofMinutes(number % 3_000)));
                })
                .toList();
    }

    private static LocalDate walked(Instant start, int days) {
        LocalDate day = start.atZone(ZONE).toLocalDate().plusDays(1);
        for (int left = days; ; day = day.plusDays(1)) {
            left -= isWorked(day) ? 1 : 0;
            if (left == 0) {
                return day.plusDays(1);
            }
        }
    }

    private static Instant walkedMinutes(Instant start, int length, List<Pause> pauses) {
        Instant at = start;
        for (int left = length; left > 0; at = at.plus(Duration.ofMinutes(1))) {
            Instant minute = at;
            boolean stands =
                    pauses.stream().anyMatch(pause -> !minute.isBefore(pause.from()) && minute.isBefore(pause.to()));
            left -= stands ? 0 : 1;
        }
        return at;
    }

    private static boolean isWorked(LocalDate day) {
        return WORKED.getOrDefault(day, day.getDayOfWeek().getValue() <= 5);
    }

    /** Read again from the shipped text, date by date, without the classes under test. */
    private static Map<LocalDate, Boolean> exceptions() {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        for (String line : lines()) {
            if (line.startsWith("2")) {
                String[] cells = line.split(",", -1);
                dates(cells[2]).forEach(day -> worked.put(day, false));
                dates(cells[3]).forEach(day -> worked.put(day, true));
            }
        }
        return worked;
    }

    private static List<LocalDate> dates(String cell) {
        List<LocalDate> dates = new ArrayList<>();
        for (String span : cell.isEmpty() ? new String[0] : cell.split("\\|", -1)) {
            LocalDate last = LocalDate.parse(span.substring(span.length() - 10));
            for (LocalDate day = LocalDate.parse(span.substring(0, 10)); !day.isAfter(last); day = day.plusDays(1)) {
                dates.add(day);
            }
        }
        return dates;
    }

    private static List<String> lines() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CityRules.class.getResourceAsStream("calendar.csv")), StandardCharsets.UTF_8))) {
            return file.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
