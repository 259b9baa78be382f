package org.intakehub.gateway.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.report.Selection.Narrower;
import org.springframework.stereotype.Component;

/** The reports of a span: by channel, the indicators, by unit and by person. */
@Component
class Reports {
    private static final Set<Figure> CHANNEL_FIGURES = EnumSet.of(Figure.ACCEPTED, Figure.CLOSED, Figure.OPEN);
    private static final Set<Figure> INDICATORS = EnumSet.range(Figure.ACCEPTED, Figure.NOT_SURVEYED);
    private static final Set<Figure> DEEDS = EnumSet.range(Figure.SETTLED, Figure.CALLED);

    private final Counting counting;

    Reports(Counting counting) {
        this.counting = counting;
    }

    /** A report with its lines and their sum. */
    record Report(Span span, List<Tally> lines, Tally sum) {
        Report {
            lines = List.copyOf(lines);
        }

        static Report of(Span span, List<Tally> lines) {
            return new Report(span, lines, Tally.sum(lines));
        }

        /** Each line's part of all that was accepted. */
        public Share share(Tally line) {
            return new Share(line.of(Figure.ACCEPTED), sum.of(Figure.ACCEPTED));
        }
    }

    /** The city's own table: every case that came in, merged and not accepted ones too, by channel. */
    Report channels(Span span, CaseAccess access) {
        return Report.of(span, counting.by(Cohort.CASES, Narrower.CHANNEL, CHANNEL_FIGURES, span, access));
    }

    /** The national indicators over all cases of the span, with what they leave out. */
    Tally indicators(Span span, CaseAccess access) {
        return counting.all(Cohort.CASES, INDICATORS, span, access);
    }

    /** By the unit that leads; what was given back counts there as given back and nothing else. */
    Report units(Span span, CaseAccess access) {
        return Report.of(span, counting.by(Cohort.ORDERS, Narrower.UNIT, INDICATORS, span, access));
    }

    /** The same, the best first; who had nothing that counts stands last. */
    Report ranking(Span span, CaseAccess access) {
        var units = units(span, access);
        var best = Comparator.comparing((Tally line) -> line.composite().orElse(BigDecimal.valueOf(-1)))
                .reversed()
                .thenComparing(Tally::key);
        return new Report(span, units.lines().stream().sorted(best).toList(), units.sum());
    }

    /** By person: matters brought to an end, decisions in triage, calls taken down, citizens called. */
    Report operators(Span span, CaseAccess access) {
        return Report.of(span, counting.by(Cohort.DEEDS, Narrower.OPERATOR, DEEDS, span, access));
    }
}
