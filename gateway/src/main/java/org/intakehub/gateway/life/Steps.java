package org.intakehub.gateway.life;

import java.util.HashMap;
import java.util.Map;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.OrderStep;
import org.intakehub.gateway.history.History;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the state after a step, as the machine has it, and that it was taken: by whom, when and why. */
@Component
class Steps {
    private final JdbcClient jdbc;
    private final History history;

    Steps(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    CaseState take(CaseLine of, CaseStep step) {
        var next = CaseLife.after(of.state(), step);
        jdbc.sql("update case_file set state = ?, revision = revision + 1, updated_at = now() where id = ?")
                .params(next.name(), of.id())
                .update();
        return next;
    }

    OrderState take(OrderLine order, OrderStep step) {
        var next = CaseLife.after(order.state(), step);
        jdbc.sql("update work_order set state = ?, revision = revision + 1 where id = ?")
                .params(next.name(), order.id())
                .update();
        return next;
    }

    /** @param detail what else belongs to it; the person's name is added (R9) */
    void tell(CaseLine of, Actor actor, History.Event event, Map<String, String> detail) {
        var all = new HashMap<String, String>(detail);
        all.put("person", actor.person());
        history.append(of.id(), actor.login(), event, all);
    }
}
