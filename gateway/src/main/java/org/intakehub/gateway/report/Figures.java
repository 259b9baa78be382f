package org.intakehub.gateway.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports as machines read them. */
final class Figures {
    private Figures() {}

    /**
     * What a report is about.
     *
     * @param to the day after the last one
     */
    @Schema(name = "ReportWhen")
    record When(LocalDate from, LocalDate to, Instant asOf) {
        static When of(Span span) {
            return new When(span.from(), span.to(), span.asOf());
        }
    }

    /**
     * A line of the report by channel.
     *
     * @param share of all cases, per cent
     * @param closedRate per cent
     */
    @Schema(name = "ReportChannel")
    record Channel(
            String channel,
            long accepted,
            long closed,
            long open,
            @Nullable BigDecimal share,
            @Nullable BigDecimal closedRate) {
        static Channel of(Reports.Report report, Tally line) {
            return new Channel(
                    line.key(),
                    line.of(Figure.ACCEPTED),
                    line.of(Figure.CLOSED),
                    line.of(Figure.OPEN),
                    report.share(line).percent().orElse(null),
                    line.share(Figure.CLOSED, Figure.ACCEPTED).percent().orElse(null));
        }
    }

    /** The report by channel, the largest first. */
    @Schema(name = "ReportChannels")
    record Channels(When when, List<Channel> channels, Channel total) {
        Channels {
            channels = List.copyOf(channels);
        }

        static Channels of(Reports.Report report) {
            return new Channels(
                    When.of(report.span()),
                    report.lines().stream()
                            .map(line -> Channel.of(report, line))
                            .toList(),
                    Channel.of(report, report.sum()));
        }
    }

    /**
     * The rates of the indicators in per cent.
     *
     * @param atOnce closed with neither rework nor return
     * @param response citizens whom the unit contacted, of those who were followed up
     * @param composite 0 to 100
     */
    @Schema(name = "ReportRates")
    record Rates(
            @Nullable BigDecimal closed,
            @Nullable BigDecimal onTime,
            @Nullable BigDecimal rework,
            @Nullable BigDecimal atOnce,
            @Nullable BigDecimal response,
            @Nullable BigDecimal solved,
            @Nullable BigDecimal satisfied,
            @Nullable BigDecimal returned,
            @Nullable BigDecimal composite) {
        static Rates of(Tally line) {
            return new Rates(
                    rate(line, Figure.COUNTED_CLOSED, Figure.COUNTED),
                    rate(line, Figure.ON_TIME, Figure.DUE),
                    rate(line, Figure.REWORKED, Figure.COUNTED_CLOSED),
                    rate(line, Figure.AT_ONCE, Figure.COUNTED_CLOSED),
                    rate(line, Figure.CONTACTED, Figure.SURVEYED),
                    rate(line, Figure.SOLVED, Figure.SURVEYED),
                    rate(line, Figure.SATISFIED, Figure.SURVEYED),
                    rate(line, Figure.RETURNED, Figure.ACCEPTED),
                    line.composite().orElse(null));
        }

        private static @Nullable BigDecimal rate(Tally line, Figure part, Figure whole) {
            return line.share(part, whole).percent().orElse(null);
        }
    }

    /**
     * A line of a report.
     *
     * @param key a unit's code or a person's login name; empty for all together
     * @param rates absent where people are counted
     */
    @Schema(name = "ReportLine")
    record Line(
            String key, Map<Figure, Long> figures, @Nullable Rates rates) {
        static Line of(Tally tally) {
            return new Line(
                    tally.key(), tally.figures(), tally.figures().containsKey(Figure.COUNTED) ? Rates.of(tally) : null);
        }
    }

    /** The indicators over all cases. */
    @Schema(name = "ReportIndicators")
    record Indicators(When when, Line all) {}

    /** A report by unit or person. */
    @Schema(name = "ReportLines")
    record Lines(When when, List<Line> lines, Line total) {
        Lines {
            lines = List.copyOf(lines);
        }

        static Lines of(Reports.Report report) {
            return new Lines(
                    When.of(report.span()),
                    report.lines().stream().map(Line::of).toList(),
                    Line.of(report.sum()));
        }
    }
}
