package org.intakehub.gateway.action;

import java.util.Optional;
import org.intakehub.core.casefile.Actor;
import org.intakehub.gateway.action.ActionOutcome.Accepted;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.life.OrderSheet;
import org.intakehub.gateway.life.OrderSheets;
import org.intakehub.gateway.life.RequestDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes a unit's step at the desk where pages and REST take theirs; only with the unit's own work orders. */
@Component
class ActionDesk {
    /** Outcomes tell states and never a word of the case. */
    private static final OrderSheets.Cover ALL = row -> words -> "";

    private final OrderDesk desk;
    private final RequestDesk requests;
    private final OrderSheets sheets;

    ActionDesk(OrderDesk desk, RequestDesk requests, OrderSheets sheets) {
        this.desk = desk;
        this.requests = requests;
        this.sheets = sheets;
    }

    /** @throws org.intakehub.core.casefile.ImpossibleStep if the rules refuse it */
    ActionOutcome take(String unit, ReceivedAction received) {
        var action = received.action();
        if (own(unit, action).isEmpty()) {
            return Problems.refused(received, HttpStatus.NOT_FOUND, "the unit has no such work order", null);
        }
        var actor = new Actor("queue:" + unit, action.person().strip());
        var request = action.take(desk, requests, actor);
        var sheet = own(unit, action).orElseThrow();
        return new Accepted(
                received.id(), sheet.id(), sheet.state(), sheet.revision(), sheet.possible(), request.orElse(null));
    }

    private Optional<OrderSheet> own(String unit, Action action) {
        return sheets.find(action.workOrder(), ALL).filter(sheet -> sheet.unit().equals(unit));
    }
}
