package org.intakehub.gateway.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends events again because a person wants it, under the id that they had: who has them already can tell. */
@Component
class Resending {
    private final JdbcClient jdbc;
    private final Endpoints endpoints;
    private final Clock clock;

    Resending(JdbcClient jdbc, Endpoints endpoints, Clock clock) {
        this.jdbc = jdbc;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** One event, with a schedule of its own; false if the unit has no such event, or if it waits anyway. */
    @Transactional
    public boolean one(String unit, UUID delivery, String actor) {
        var again =
                jdbc.sql("""
                        update webhook_delivery set state = 'WAITING', attempts = 0, next_at = ?, settled_at = null
                        where id = ? and unit = ? and state <> 'WAITING'
                        """).params(Times.sql(clock.instant()), delivery, unit).update() == 1;
        if (again) {
            endpoints.append(unit, actor, Endpoints.Kind.SENT_AGAIN, Map.of("delivery", delivery));
        }
        return again;
    }

    /**
     * All of a unit's events that ran out of their attempts.
     *
     * @param since only those that were made then or later
     * @return how many that are
     */
    @Transactional
    public int failed(String unit, Instant since, String actor) {
        var count = jdbc.sql("""
                        update webhook_delivery set state = 'WAITING', attempts = 0, next_at = ?, settled_at = null
                        where unit = ? and state = 'FAILED' and created_at >= ?
                        """)
                .params(Times.sql(clock.instant()), unit, Times.sql(since))
                .update();
        if (count > 0) {
            endpoints.append(unit, actor, Endpoints.Kind.SENT_AGAIN, Map.of("events", count));
        }
        return count;
    }
}
