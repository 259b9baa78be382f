package org.intakehub.gateway.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.web.BadParameter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads the span that somebody asks for; days begin where the city is. */
@Component
class Spans {
    private static final int MOST_YEARS = 50;

    private final ZoneId zone;
    private final Clock clock;

    @Autowired
    Spans(HubSettings settings, Clock clock) {
        this(settings.zone(), clock);
    }

    Spans(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** @throws BadParameter if it is no span, or one that has not begun */
    Span of(AskedSpan asked) {
        try {
            var month = AskedSpan.orEmpty(asked.month());
            var first = AskedSpan.orEmpty(asked.from());
            var last = AskedSpan.orEmpty(asked.to());
            if (month.isEmpty() && !first.isEmpty() && !last.isEmpty()) {
                return span(LocalDate.parse(first), LocalDate.parse(last), asked);
            }
            if (month.isEmpty() && !(first + last).isEmpty()) {
                throw new BadParameter("'from' and 'to' are given together");
            }
            return months(month.isEmpty() ? YearMonth.from(today()) : YearMonth.parse(month), 1, asked);
        } catch (DateTimeException e) {
            throw new BadParameter("'month' is like 2026-10, 'from' and 'to' like 2026-10-01, 'asOf' like"
                    + " 2026-10-01T00:00:00Z or 'now'");
        }
    }

    /** A whole year. */
    Span year(int year) {
        if (year < 2000 || year > 2200) {
            throw new BadParameter("'year' has four digits");
        }
        return months(YearMonth.of(year, 1), 12, new AskedSpan(null, null, null, null));
    }

    int thisYear() {
        return today().getYear();
    }

    private Span months(YearMonth first, int months, AskedSpan asked) {
        return span(first.atDay(1), first.plusMonths(months).atDay(1), asked);
    }

    private Span span(LocalDate from, LocalDate to, AskedSpan asked) {
        if (!from.isBefore(to) || from.plusYears(MOST_YEARS).isBefore(to)) {
            throw new BadParameter("'to' is after 'from', and at most " + MOST_YEARS + " years after");
        }
        return new Span(from, to, zone, asOf(AskedSpan.orEmpty(asked.asOf()), to));
    }

    /** Never later than now: what is still to come would change the figures. */
    private Instant asOf(String asked, LocalDate to) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var wanted = switch (asked) {
            case "" -> to.atStartOfDay(zone).toInstant();
            case "now" -> now;
            default -> Instant.parse(asked);
        };
        return wanted.isAfter(now) ? now : wanted;
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
