package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.supervision.SupervisionBoard;
import org.intakehub.gateway.supervision.SupervisionBoard.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work orders of the supervision board as one account may see them, page by page. */
@Component
class SupervisedOrders {
    private final SupervisionBoard board;
    private final JdbcClient jdbc;

    SupervisedOrders(SupervisionBoard board, JdbcClient jdbc) {
        this.board = board;
        this.jdbc = jdbc;
    }

    /** A work order with which a unit still has something to do. */
    record Open(UUID id, String unit, String role) {}

    Page<SupervisionBoard.Line> page(CaseAccess access, Mark mark, String unit, @Nullable String after, int size) {
        var found =
                board
                        .orders(
                                mark,
                                unit,
                                access.account().username(),
                                Places.after(after).orElse(0L),
                                size + 1)
                        .stream()
                        .map(line -> access.seesCitizen(Confidentiality.valueOf(line.confidentiality()))
                                ? line.withTitle(Mask.text(line.title()))
                                : line.withTitle(Veil.COVER))
                        .toList();
        return Page.of(found, size, line -> Long.toString(line.seq()));
    }

    List<Open> open(UUID caseId) {
        return jdbc.sql("select id, unit, role from work_order where case_id = ?"
                        + " and state in ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING') order by seq")
                .param(caseId)
                .query(Open.class)
                .list();
    }
}
