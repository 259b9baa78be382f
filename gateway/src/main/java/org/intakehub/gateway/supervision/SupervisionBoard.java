package org.intakehub.gateway.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is about to be late, is late, was urged, or is disputed; by unit, and order by order. */
@Component
public class SupervisionBoard {
    private static final String OPEN = "w.state in ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING')";
    private static final String URGED = "exists (select from urging u where u.order_id = w.id)";
    private static final String RETURNED =
            "exists (select from order_request r where r.order_id = w.id and r.state = 'ASKED')";
    private static final String DISPUTED = "w.role = 'LEAD' and w.state = 'SUBMITTED'"
            + " and w.case_id in (select f.case_id from follow_up f where f.state = 'DISPUTED')";

    private final JdbcClient jdbc;

    SupervisionBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a work order stands on the board; conditions over {@code work_order w} and its {@code pressed_order p}. */
    public enum Mark {
        OVERDUE(OPEN + " and p.late"),
        /** Three quarters of the time are over. */
        SOON(OPEN + " and not p.late and p.percent >= 75"),
        /** Half of the time is over. */
        HALF(OPEN + " and not p.late and p.percent < 75"),
        URGED(OPEN + " and " + SupervisionBoard.URGED),
        /** The unit asks to be rid of it, or for more time, and waits for a ruling. */
        ASKED(OPEN + " and " + RETURNED),
        /** The citizen is not content. */
        DISPUTED(SupervisionBoard.DISPUTED);

        private final String condition;

        Mark(String condition) {
            this.condition = condition;
        }
    }

    /** A unit's work orders by their marks; {@code open} counts all that it still has something to do with. */
    public record UnitLine(
            String unit, long open, long overdue, long soon, long half, long urged, long asked, long disputed) {
        public long of(String mark) {
            return switch (Mark.valueOf(mark)) {
                case OVERDUE -> overdue;
                case SOON -> soon;
                case HALF -> half;
                case URGED -> urged;
                case ASKED -> asked;
                case DISPUTED -> disputed;
            };
        }
    }

    /**
     * A work order on the board.
     *
     * @param clock which of its clocks presses most, if one does
     * @param percent of its time that is over, as far as somebody was told
     * @param urgings how often the unit was urged
     */
    public record Line(
            UUID id,
            long seq,
            UUID caseId,
            String number,
            String title,
            String confidentiality,
            String unit,
            String role,
            String state,
            @Nullable String clock,
            @Nullable Integer percent,
            @Nullable Instant dueAt,
            int urgings,
            @Nullable Instant urgedAt) {
        /** The same with its title as somebody else may see it. */
        public Line withTitle(String shown) {
            return new Line(
                    id,
                    seq,
                    caseId,
                    number,
                    shown,
                    confidentiality,
                    unit,
                    role,
                    state,
                    clock,
                    percent,
                    dueAt,
                    urgings,
                    urgedAt);
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** Units with anything on the board, those with the most overdue first. */
    public List<UnitLine> units() {
        return jdbc.sql("select w.unit, " + counted("open", OPEN) + ", " + counted(Mark.OVERDUE) + ", "
                        + counted(Mark.SOON) + ", " + counted(Mark.HALF) + ", " + counted(Mark.URGED) + ", "
                        + counted(Mark.ASKED) + ", " + counted(Mark.DISPUTED)
                        + " from work_order w left join pressed_order p on p.order_id = w.id where " + OPEN + " or ("
                        + DISPUTED + ") group by w.unit order by overdue desc, soon desc, half desc, open desc, w.unit")
                .query(UnitLine.class)
                .list();
    }

    private static String counted(Mark mark) {
        return counted(mark.name().toLowerCase(Locale.ROOT), mark.condition);
    }

    private static String counted(String name, String condition) {
        return "count(*) filter (where " + condition + ") as " + name;
    }

    /**
     * Work orders in the order of their dispatch.
     *
     * @param unit only this one's; empty: all
     * @param reader login name of who reads; what accuses him is left out
     * @param after the place of the last one that the caller has
     */
    public List<Line> orders(Mark mark, String unit, String reader, long after, int limit) {
        return jdbc.sql("select w.id, w.seq, w.case_id, c.number, c.title, c.confidentiality, w.unit, w.role, w.state,"
                        + " p.kind as clock, p.percent, p.due_at, (select count(*) from urging u where u.order_id = w.id) as urgings,"
                        + " (select max(u.at) from urging u where u.order_id = w.id) as urged_at"
                        + " from work_order w join case_file c on c.id = w.case_id left join pressed_order p on p.order_id = w.id"
                        + " where " + mark.condition + " and (:unit = '' or w.unit = :unit) and w.seq > :after"
                        + " and not exists (select from kept_from k where k.case_id = w.case_id and k.username = :reader)"
                        + " order by w.seq limit :limit")
                .param("unit", unit)
                .param("reader", reader)
                .param("after", after)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }
}
