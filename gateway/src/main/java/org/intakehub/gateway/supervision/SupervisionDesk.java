package org.intakehub.gateway.supervision;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.outbox.UnitNews;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Urges units and hands leaders' instructions on to them; both reach the unit like every other event of its work orders. */
@Component
public class SupervisionDesk {
    private final JdbcClient jdbc;
    private final History history;
    private final UnitEvents events;
    private final Clock clock;

    SupervisionDesk(JdbcClient jdbc, History history, UnitEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    private record Order(UUID id, UUID caseId, String number, String unit, String state) {}

    /**
     * Urges the unit of an open work order.
     *
     * @param id from the form: sent twice, it is one urging
     */
    @Transactional
    public void urge(UUID id, UUID orderId, String reason, Actor actor) {
        var why = RequestRules.reason(reason);
        var order = open("w.id = ?", orderId).stream()
                .findFirst()
                .orElseThrow(() -> new ImpossibleStep(
                        Obstacle.WRONG_STATE, "only a unit that still has something to do is urged"));
        var added = jdbc.sql(
                                "insert into urging (id, order_id, case_id, unit, reason, login, person, at)"
                                        + " values (:id, :order, :case, :unit, :reason, :login, :person, :now) on conflict (id) do nothing")
                        .param("id", id)
                        .param("order", orderId)
                        .param("case", order.caseId())
                        .param("unit", order.unit())
                        .param("reason", why)
                        .param("login", actor.login())
                        .param("person", actor.person())
                        .param("now", Times.sql(clock.instant()))
                        .update()
                == 1;
        if (added) {
            events.add(order.unit(), order.number(), new UnitNews.Urged(orderId, why, count(orderId), actor.person()));
            history.append(
                    order.caseId(),
                    actor.login(),
                    Event.URGED,
                    Map.of("unit", order.unit(), "reason", why, "person", actor.person()));
        }
    }

    /** Keeps what a leader wrote, and hands it on to every unit that still has something to do. */
    @Transactional
    public void instruct(UUID id, UUID caseId, String leader, String text, Actor actor) {
        var words = RequestRules.reason(text);
        var name = new Actor(actor.login(), leader.strip()).person();
        var added = jdbc.sql(
                                "insert into instruction (id, case_id, leader, text, login, person, at)"
                                        + " values (:id, :case, :leader, :text, :login, :person, :now) on conflict (id) do nothing")
                        .param("id", id)
                        .param("case", caseId)
                        .param("leader", name)
                        .param("text", words)
                        .param("login", actor.login())
                        .param("person", actor.person())
                        .param("now", Times.sql(clock.instant()))
                        .update()
                == 1;
        if (added) {
            open("w.case_id = ?", caseId)
                    .forEach(order ->
                            events.add(order.unit(), order.number(), new UnitNews.Instructed(order.id(), name, words)));
            history.append(
                    caseId,
                    actor.login(),
                    Event.INSTRUCTED,
                    Map.of("leader", name, "text", words, "person", actor.person()));
        }
    }

    /** The open work orders of units that may know of the case. */
    private List<Order> open(String which, UUID id) {
        return jdbc
                .sql(
                        "select w.id, w.case_id, c.number, w.unit, w.state from work_order w join case_file c on c.id = w.case_id"
                                + " where " + which
                                + " and not (w.unit = any (c.excluded_units)) order by w.seq for update of w")
                .param(id)
                .query(Order.class)
                .list()
                .stream()
                .filter(order -> OrderState.valueOf(order.state()).isOpen())
                .toList();
    }

    private int count(UUID orderId) {
        return jdbc.sql("select count(*) from urging where order_id = ?")
                .param(orderId)
                .query(Integer.class)
                .single();
    }

    /** How a case's units were urged, the oldest first. */
    public List<Urging> urgings(UUID caseId) {
        return jdbc.sql("select id, order_id, unit, reason, person, at from urging where case_id = ? order by seq")
                .param(caseId)
                .query(Urging.class)
                .list();
    }

    /** What leaders wrote on a case, the oldest first. */
    public List<Instruction> instructions(UUID caseId) {
        return jdbc.sql("select id, leader, text, person, at from instruction where case_id = ? order by seq")
                .param(caseId)
                .query(Instruction.class)
                .list();
    }
}
