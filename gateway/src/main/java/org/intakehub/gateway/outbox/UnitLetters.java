package org.intakehub.gateway.outbox;

import java.time.Clock;
import java.util.UUID;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the letter that a work order is sent with on its way, for units that get mail; the others cost nothing. */
@Component
class UnitLetters {
    private final UnitMail mail;
    private final JdbcClient jdbc;
    private final SavedOutbox outbox;
    private final Clock clock;

    UnitLetters(UnitMail mail, JdbcClient jdbc, SavedOutbox outbox, Clock clock) {
        this.mail = mail;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In the transaction of the dispatch; once for a work order, however often it is told. */
    void add(UUID order, String unit, String caseNumber) {
        mail.address(unit).ifPresent(address -> {
            var isNew = jdbc.sql("insert into unit_letter (id, unit, case_number, recipient, created_at)"
                                    + " values (?, ?, ?, ?, ?) on conflict (id) do nothing")
                            .params(order, unit, caseNumber, address, Times.sql(clock.instant()))
                            .update()
                    == 1;
            if (isNew) {
                outbox.add(Hop.of(Queues.LETTER, order.toString()));
            }
        });
    }
}
