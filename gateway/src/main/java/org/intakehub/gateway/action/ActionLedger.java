package org.intakehub.gateway.action;

import java.time.Clock;
import java.util.Optional;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages of units were dealt with, and what each was answered. */
@Component
class ActionLedger {
    private final JdbcClient jdbc;
    private final Clock clock;

    ActionLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param outcome the event that answered it, in JSON */
    record Entry(String digest, String outcome) {}

    Optional<Entry> find(String unit, String id) {
        return jdbc.sql("select digest, outcome from unit_action where unit = ? and id = ?")
                .params(unit, id)
                .query(Entry.class)
                .optional();
    }

    /** In the transaction of what the message asked for; a second one with the same id waits for the first and fails. */
    void add(String unit, ReceivedAction received, String outcome) {
        jdbc.sql("insert into unit_action (unit, id, digest, outcome, at) values (?, ?, ?, ?, ?)")
                .params(unit, received.id(), received.digest(), outcome, Times.sql(clock.instant()))
                .update();
    }
}
