package org.intakehub.gateway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.intakehub.gateway.platform.Times;

/**
 * The days that a report is about, and the moment as of which it tells how things stood.
 *
 * @param from first day, in the city's zone
 * @param to the day after the last one
 * @param asOf what happened from this moment on is left out
 */
record Span(LocalDate from, LocalDate to, ZoneId zone, Instant asOf) {
    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }

    /** The last day, as people say it. */
    public LocalDate last() {
        return to.minusDays(1);
    }

    /** As long a span right before this one; whole months before whole months. */
    Span before() {
        var isWholeMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
        var earlier = isWholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to))
                : from.minusDays(ChronoUnit.DAYS.between(from, to));
        return new Span(earlier, from, zone, start());
    }

    /** The month as {@code yyyy-MM}; empty if it is not exactly one. */
    public String month() {
        return from.getDayOfMonth() == 1 && from.plusMonths(1).equals(to)
                ? from.toString().substring(0, 7)
                : "";
    }

    /** The address of a report's page for this span; as of its end, or as of now. */
    public String address(String path, boolean now) {
        return path + "?from=" + from + "&to=" + to + (now ? "&asOf=now" : "");
    }

    /** Whether it tells how things stood when the span ended, neither while it ran nor later. */
    public boolean isAtEnd() {
        return asOf.equals(end());
    }

    /** Whether it takes in what happened after the span. */
    public boolean isLater() {
        return asOf.isAfter(end());
    }

    /** The address of the cases behind a figure of this span. */
    public String cases(String of, String figure, String by, String value) {
        var narrowed =
                by.isEmpty() ? Map.<Selection.Narrower, String>of() : Map.of(Selection.Narrower.valueOf(by), value);
        return new Selection(Cohort.valueOf(of), Figure.valueOf(figure), this, narrowed)
                .address("/reports/cases", Map.of());
    }

    /** The address of the cases of one kind at one place. */
    public String cases(String category, String division) {
        var narrowed = Map.of(Selection.Narrower.CATEGORY, category, Selection.Narrower.DIVISION, division);
        return new Selection(Cohort.CASES, Figure.ACCEPTED, this, narrowed).address("/reports/cases", Map.of());
    }

    /** What stands in an address for this span. */
    Map<String, String> words() {
        return Map.of("from", from.toString(), "to", to.toString(), "asOf", asOf.toString());
    }

    Map<String, Object> parameters() {
        return Map.of("from", Times.sql(start()), "to", Times.sql(end()), "asOf", Times.sql(asOf));
    }
}
