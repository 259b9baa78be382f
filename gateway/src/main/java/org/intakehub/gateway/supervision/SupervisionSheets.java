package org.intakehub.gateway.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periodic supervision sheet of a unit (定期督查单, R14): what it was given in a span of days, and what went wrong with it. */
@Component
public class SupervisionSheets {
    /** Longer spans are no sheet for a unit any more. */
    public static final int LONGEST_DAYS = 366;

    private static final int SHOWN = 200;
    private static final String GIVEN =
            "w.unit = :unit and w.dispatched_at >= :from and w.dispatched_at < :to and w.state <> 'CANCELLED'";
    private static final String OVERDUE =
            "exists (select from clock k where k.case_id = w.case_id and k.breached_at is not null"
                    + " and k.kind in ('FIRST_CONTACT', 'ON_SITE', 'CLOSE', 'SUPERIOR')"
                    + " and (k.order_id = w.id or (k.order_id is null and w.role = 'LEAD')))";

    private final JdbcClient jdbc;
    private final HubSettings settings;

    SupervisionSheets(JdbcClient jdbc, HubSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * The figures of the work orders that a unit was given in the span.
     *
     * @param done submitted or closed
     * @param overdue with a limit that was missed, whether or not it was met later
     * @param returns that it asked for
     * @param refused of these
     * @param lateReturns asked for after the time for it (R12)
     * @param rework cases whose result was sent back (R13)
     * @param dissatisfied citizens of its cases who were asked and are not content
     */
    public record Figures(
            long given,
            long done,
            long overdue,
            long urged,
            long urgings,
            long returns,
            long refused,
            long lateReturns,
            long rework,
            long dissatisfied) {}

    /** A work order that missed a limit, was urged, or whose citizen is not content. */
    public record Line(
            UUID caseId,
            String number,
            String title,
            String confidentiality,
            String state,
            Instant dispatchedAt,
            boolean overdue,
            int urgings,
            boolean rework,
            @Nullable String lastReason) {
        /** The same with its title as somebody else may see it. */
        public Line withTitle(String shown) {
            return new Line(
                    caseId, number, shown, confidentiality, state, dispatchedAt, overdue, urgings, rework, lastReason);
        }

        @Override
        public String toString() {
            return "Line[" + caseId + "]";
        }
    }

    /** Of the days from the first to the last, both included. */
    public Figures figures(String unit, LocalDate first, LocalDate last) {
        return jdbc.sql("select count(*) as given, count(*) filter (where w.state in ('SUBMITTED', 'CLOSED')) as done,"
                        + " count(*) filter (where " + OVERDUE + ") as overdue,"
                        + " count(*) filter (where u.times > 0) as urged, coalesce(sum(u.times), 0)::bigint as urgings,"
                        + " coalesce(sum(r.asked), 0)::bigint as returns, coalesce(sum(r.refused), 0)::bigint as refused,"
                        + " coalesce(sum(r.late), 0)::bigint as late_returns,"
                        + " count(*) filter (where w.role = 'LEAD' and exists (select from history h where h.case_id = w.case_id"
                        + " and h.kind = 'REWORK')) as rework,"
                        + " count(*) filter (where w.role = 'LEAD' and exists (select from follow_up f where f.case_id = w.case_id"
                        + " and f.satisfaction <= 2)) as dissatisfied"
                        + " from work_order w cross join lateral (select count(*) as times from urging u where u.order_id = w.id) u"
                        + " cross join lateral (select count(*) as asked, count(*) filter (where state = 'REFUSED') as refused,"
                        + " count(*) filter (where late) as late from order_request r where r.order_id = w.id and r.kind = 'RETURN') r"
                        + " where " + GIVEN)
                .params(span(unit, first, last))
                .query(Figures.class)
                .single();
    }

    /** What went wrong, in the order of dispatch; two hundred at most. */
    public List<Line> lines(String unit, LocalDate first, LocalDate last) {
        return jdbc.sql(
                        "select * from (select w.case_id, c.number, c.title, c.confidentiality, w.state, w.dispatched_at, w.seq, "
                                + OVERDUE
                                + " as overdue, (select count(*) from urging u where u.order_id = w.id) as urgings,"
                                + " w.role = 'LEAD' and exists (select from history h where h.case_id = w.case_id and h.kind = 'REWORK') as rework,"
                                + " (select u.reason from urging u where u.order_id = w.id order by u.seq desc limit 1) as last_reason"
                                + " from work_order w join case_file c on c.id = w.case_id where " + GIVEN
                                + ") given where overdue or urgings > 0 or rework order by seq limit " + SHOWN)
                .params(span(unit, first, last))
                .query(Line.class)
                .list();
    }

    private Map<String, Object> span(String unit, LocalDate first, LocalDate last) {
        return Map.of(
                "unit", unit,
                "from", Times.sql(first.atStartOfDay(settings.zone()).toInstant()),
                "to", Times.sql(last.plusDays(1).atStartOfDay(settings.zone()).toInstant()));
    }
}
