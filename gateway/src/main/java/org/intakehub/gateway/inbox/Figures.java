package org.intakehub.gateway.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intakehub.core.classification.Division;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the leader's screen; counted at most every few seconds however many screens hang on the walls. */
@Component
class Figures {
    private static final int DAYS = 14;
    private static final int WEEK = 7;
    private static final int MOST = 8;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final CityRules rules;
    private final ZoneId zone;
    private final Clock clock;
    private final AtomicReference<@Nullable Sheet> last = new AtomicReference<>();

    Figures(JdbcClient jdbc, CityRules rules, HubSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** Cases accepted on a day of the city. */
    record Day(LocalDate day, long accepted) {}

    /** A code and how many cases of the last seven days have it. */
    record Part(String code, long cases) {}

    /** A unit, the open work orders that it leads, and those of them with a clock that ran out. */
    record Standing(String unit, long open, long late) {}

    /**
     * Everything on the screen.
     *
     * @param yesterday accepted yesterday until this time of day
     * @param trend the last fourteen days, today last
     */
    record Sheet(
            Instant at,
            long today,
            long yesterday,
            List<Day> trend,
            List<Part> channels,
            List<Part> categories,
            List<Part> divisions,
            List<Standing> units) {
        Sheet {
            trend = List.copyOf(trend);
            channels = List.copyOf(channels);
            categories = List.copyOf(categories);
            divisions = List.copyOf(divisions);
            units = List.copyOf(units);
        }
    }

    Sheet now() {
        var known = last.get();
        var now = clock.instant();
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        var fresh = count(now);
        last.set(fresh);
        return fresh;
    }

    /** Counts anew when asked next. */
    void forget() {
        last.set(null);
    }

    private Sheet count(Instant now) {
        var local = now.atZone(zone);
        var today = local.toLocalDate();
        var trend = trend(today);
        return new Sheet(
                now,
                trend.get(DAYS - 1).accepted(),
                between(
                        today.minusDays(1).atStartOfDay(zone).toInstant(),
                        local.minusDays(1).toInstant()),
                trend,
                parts("channel", today),
                parts("category", today),
                divisions(today),
                units());
    }

    private List<Day> trend(LocalDate today) {
        Map<LocalDate, Long> counted = jdbc
                .sql("select (accepted_at at time zone :zone)::date as day, count(*) as accepted from case_file"
                        + " where accepted_at >= :since group by 1")
                .param("zone", zone.getId())
                .param("since", Times.sql(start(today, DAYS)))
                .query(Day.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Day::day, Day::accepted));
        return IntStream.range(0, DAYS)
                .mapToObj(index -> today.minusDays(DAYS - 1L - index))
                .map(day -> new Day(day, counted.getOrDefault(day, 0L)))
                .toList();
    }

    private Instant start(LocalDate today, int days) {
        return today.minusDays(days - 1L).atStartOfDay(zone).toInstant();
    }

    private long between(Instant from, Instant to) {
        return jdbc.sql("select count(*) from case_file where accepted_at >= ? and accepted_at < ?")
                .params(Times.sql(from), Times.sql(to))
                .query(Long.class)
                .single();
    }

    /** @param column of the case, a constant of this class */
    private List<Part> parts(String column, LocalDate today) {
        return jdbc.sql("select " + column
                        + " as code, count(*) as cases from case_file where accepted_at >= :since and " + column
                        + " is not null group by 1 order by 2 desc, 1 limit " + MOST)
                .param("since", Times.sql(start(today, WEEK)))
                .query(Part.class)
                .list();
    }

    /** All of the city's, in the order of the rules, those without a case too. */
    private List<Part> divisions(LocalDate today) {
        Map<String, Long> counted = jdbc
                .sql("select division as code, count(*) as cases from case_file where accepted_at >= ?"
                        + " and division is not null group by 1")
                .param(Times.sql(start(today, WEEK)))
                .query(Part.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Part::code, Part::cases));
        Function<Division, Part> part =
                division -> new Part(division.code(), counted.getOrDefault(division.code(), 0L));
        return new ArrayList<>(rules.divisions()).stream().map(part).toList();
    }

    private List<Standing> units() {
        return jdbc.sql("select w.unit, count(*) as open, count(*) filter (where exists (select from clock k"
                        + " where k.case_id = w.case_id and k.stopped_at is null and k.due_at < now())) as late"
                        + " from work_order w where " + CaseFacets.LED
                        + " group by w.unit order by late desc, open desc, w.unit limit " + MOST)
                .query(Standing.class)
                .list();
    }
}
