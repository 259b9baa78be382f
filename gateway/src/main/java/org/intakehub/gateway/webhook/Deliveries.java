package org.intakehub.gateway.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events on their way to endpoints: which are due, and what came of each attempt. */
@Component
class Deliveries {
    /** Longer than any call takes: a node that dies in a call leaves the event to the others after that. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Endpoints endpoints;
    private final Schedule schedule = new Schedule(RandomGenerator.getDefault());

    Deliveries(JdbcClient jdbc, Endpoints endpoints) {
        this.jdbc = jdbc;
        this.endpoints = endpoints;
    }

    /** Which of the units have something due and an endpoint that is not disabled. */
    List<String> unitsWithDue(Collection<String> units, Instant now) {
        return jdbc.sql("""
                        select u.unit from unnest(:units::text[]) as u(unit)
                        where exists (select from webhook_delivery d
                                where d.unit = u.unit and d.state = 'WAITING' and d.next_at <= :now)
                            and not exists (select from webhook_endpoint e where e.unit = u.unit and e.disabled_at is not null)
                        """)
                .param("units", units.toArray(String[]::new))
                .param("now", Times.sql(now))
                .query(String.class)
                .list();
    }

    /** Takes the unit's oldest due event; nobody else takes it while it is being sent. */
    Optional<Due> take(String unit, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery set next_at = :lease where id = (
                            select id from webhook_delivery where unit = :unit and state = 'WAITING' and next_at <= :now
                            order by next_at, seq limit 1 for update skip locked)
                        returning id, unit, event_id, body, attempts, created_at
                        """)
                .param("unit", unit)
                .param("now", Times.sql(now))
                .param("lease", Times.sql(now.plus(LEASE)))
                .query(Deliveries::due)
                .optional();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("event_id"),
                Payload.of(row.getBytes("body")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** Keeps the attempt and plans the next one; an endpoint that took nothing in all that time is disabled. */
    @Transactional
    public void settle(Due due, Outcome outcome, Instant now) {
        jdbc.sql("insert into webhook_attempt (delivery_id, at, status, fault, millis)"
                        + " values (:delivery, :at, :status::integer, :fault, :millis)")
                .param("delivery", due.id())
                .param("at", Times.sql(now))
                .param("status", outcome.status().orElse(null))
                .param("fault", outcome.fault())
                .param("millis", outcome.millis())
                .update();
        if (outcome.isTaken()) {
            finish(due, "DELIVERED", now);
            endpoints.took(due.unit(), now);
            return;
        }
        var next = schedule.after(due.attempts() + 1)
                .map(wait -> later(wait, outcome.restAtLeast()))
                .map(now::plus);
        next.ifPresentOrElse(at -> again(due, at), () -> finish(due, "FAILED", now));
        if (outcome.isGone()) {
            endpoints.disable(due.unit(), Endpoints.Why.GONE, now);
        } else if (next.isEmpty() && !endpoints.tookSince(due.unit(), due.createdAt())) {
            endpoints.disable(due.unit(), Endpoints.Why.TOOK_NOTHING, now);
        }
    }

    private static Duration later(Duration wait, Optional<Duration> asked) {
        return asked.filter(rest -> rest.compareTo(wait) > 0).orElse(wait);
    }

    private void again(Due due, Instant at) {
        jdbc.sql("update webhook_delivery set attempts = ?, next_at = ? where id = ? and state = 'WAITING'")
                .params(due.attempts() + 1, Times.sql(at), due.id())
                .update();
    }

    private void finish(Due due, String state, Instant now) {
        jdbc.sql("update webhook_delivery set state = ?, attempts = ?, next_at = null, settled_at = ? where id = ?")
                .params(state, due.attempts() + 1, Times.sql(now), due.id())
                .update();
    }
}
