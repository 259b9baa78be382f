package org.intakehub.gateway.report;

/**
 * Every figure of the reports: one condition over the rows of a {@link Cohort}, by which it is counted, listed and exported alike. All ask for
 * how things stood at {@code :asOf}.
 */
enum Figure {
    ACCEPTED("true"),
    CLOSED(Conditions.SETTLED),
    OPEN("s.case_id is null"),

    /** Told again; it counts with its main case. */
    MERGED("m.main_id is not null"),
    NOT_ACCEPTED("m.main_id is null and s.kind = 'NOT_ACCEPTED'"),
    TRANSFERRED("m.main_id is null and s.kind = 'TRANSFERRED'"),
    /** The unit gave it back, and somebody agreed. */
    GIVEN_BACK("not ({held})"),

    /** Accepted, without what is left out: merged, not accepted, transferred, given back. */
    COUNTED(Conditions.COUNTED),
    COUNTED_CLOSED(Conditions.COUNTED_CLOSED),
    COUNTED_OPEN(Conditions.COUNTED + " and s.case_id is null"),
    /** Closed, or past its time. */
    DUE(Conditions.COUNTED + " and (" + Conditions.SETTLED + " or " + Conditions.LATE + ")"),
    NOT_DUE(Conditions.COUNTED + " and s.case_id is null and not " + Conditions.LATE),
    ON_TIME(Conditions.COUNTED_CLOSED + " and not " + Conditions.LATE),
    LATE(Conditions.COUNTED + " and " + Conditions.LATE),
    LATE_OPEN(Conditions.COUNTED + " and s.case_id is null and " + Conditions.LATE),
    REWORKED(Conditions.COUNTED_CLOSED + " and " + Conditions.REWORKED),
    /** A unit asked to be rid of it, whatever was ruled. */
    RETURNED(Conditions.RETURNED),
    /** Closed with neither rework nor return. */
    AT_ONCE(Conditions.COUNTED_CLOSED + " and not " + Conditions.REWORKED + " and not " + Conditions.RETURNED),

    SURVEYED(Conditions.SURVEYED),
    CONTACTED(Conditions.SURVEYED + " and f.contacted"),
    SOLVED(Conditions.SURVEYED + " and f.solved"),
    /** Fairly satisfied or better. */
    SATISFIED(Conditions.SURVEYED + " and f.satisfaction >= 3"),
    DISSATISFIED(Conditions.SURVEYED + " and (f.satisfaction < 3 or not f.solved)"),
    /** Closed, and nobody said what he thinks: not sampled, not reached, or answered without a work order. */
    NOT_SURVEYED(Conditions.COUNTED_CLOSED + " and f.satisfaction is null"),

    SETTLED("d.deed = 'SETTLED'"),
    DECIDED("d.deed = 'DECIDED'"),
    TAKEN_DOWN("d.deed = 'TAKEN_DOWN'"),
    CALLED("d.deed = 'CALLED'");

    private static final String LATEST_ANSWER =
            " left join lateral (select f.contacted, f.solved, f.satisfaction from follow_up f where f.case_id = c.id"
                    + " and f.answered_at < :asOf order by f.seq desc limit 1) f on true";

    private final String condition;

    Figure(String condition) {
        this.condition = condition;
    }

    String of(Cohort cohort) {
        return "(" + cohort.worded(condition) + ")";
    }

    boolean isOfDeeds() {
        return condition.startsWith("d.");
    }

    /** What the condition needs beside the cohort's rows. */
    String joins() {
        return condition.contains("f.") ? LATEST_ANSWER : "";
    }

    static String answers() {
        return LATEST_ANSWER;
    }

    /** Parts of conditions; some stand alone on pages, too. */
    static final class Conditions {
        static final String SETTLED = "s.case_id is not null";
        static final String COUNTED =
                "m.main_id is null and (s.kind is null or s.kind not in ('NOT_ACCEPTED', 'TRANSFERRED')) and {held}";
        static final String COUNTED_CLOSED = COUNTED + " and " + SETTLED;
        /** In any round of handling; a breach is never taken back, not even by an extension that came after it. */
        static final String LATE =
                "exists (select from clock k where k.case_id = c.id and k.kind in ('CLOSE', 'SUPERIOR') and k.breached_at < :asOf)";

        static final String REWORKED =
                "exists (select from history h where h.case_id = c.id and h.kind = 'REWORK' and h.at < :asOf)";
        static final String RETURNED =
                "exists (select from order_request q where {requests} and q.kind = 'RETURN' and q.asked_at < :asOf)";
        static final String SURVEYED = COUNTED + " and f.satisfaction is not null";

        private Conditions() {}
    }
}
