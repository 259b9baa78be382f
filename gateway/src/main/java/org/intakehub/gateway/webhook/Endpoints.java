package org.intakehub.gateway.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether an endpoint is called, and the trail of who or what changed that. */
@Component
class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
    private static final String HUB = "hub";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Endpoints(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Why an endpoint is not called. */
    enum Why {
        /** An event ran out of its attempts, and the endpoint took no other in the meantime. */
        TOOK_NOTHING,
        /** It answered 410. */
        GONE,
        /** A person did it. */
        BY_HAND
    }

    /** What was done to an endpoint. */
    enum Kind {
        DISABLED,
        ENABLED,
        SENT_AGAIN
    }

    void took(String unit, Instant now) {
        jdbc.sql("""
                        insert into webhook_endpoint (unit, took_at) values (?, ?)
                        on conflict (unit) do update set took_at = excluded.took_at
                        """).params(unit, Times.sql(now)).update();
    }

    boolean tookSince(String unit, Instant since) {
        return jdbc.sql("select count(*) from webhook_endpoint where unit = ? and took_at >= ?")
                        .params(unit, Times.sql(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What waits goes on waiting, and nothing is lost. */
    void disable(String unit, Why why, Instant now) {
        if (change(unit, now, why, HUB)) {
            LOG.warn("the webhook of unit {} is disabled: {}", unit, why);
        }
    }

    /** False if it is disabled already. */
    @Transactional
    public boolean disable(String unit, String actor) {
        return change(unit, clock.instant(), Why.BY_HAND, actor);
    }

    private boolean change(String unit, Instant now, Why why, String actor) {
        var changed = jdbc.sql("""
                        insert into webhook_endpoint (unit, disabled_at, why) values (?, ?, ?)
                        on conflict (unit) do update set disabled_at = excluded.disabled_at, why = excluded.why
                        where webhook_endpoint.disabled_at is null
                        """).params(unit, Times.sql(now), why.name()).update() == 1;
        if (changed) {
            append(unit, actor, Kind.DISABLED, Map.of("why", why.name()));
        }
        return changed;
    }

    /** Calls it again, with all that waited; false if it is not disabled. */
    @Transactional
    public boolean enable(String unit, String actor) {
        var changed = jdbc.sql(
                                "update webhook_endpoint set disabled_at = null, why = null where unit = ? and disabled_at is not null")
                        .param(unit)
                        .update()
                == 1;
        if (changed) {
            append(unit, actor, Kind.ENABLED, Map.of());
        }
        return changed;
    }

    /** Appends to the trail; nothing is ever taken out of it. */
    void append(String unit, String actor, Kind kind, Map<String, ?> detail) {
        jdbc.sql("insert into webhook_event (unit, at, actor, kind, detail) values (?, ?, ?, ?, ?::jsonb)")
                .params(unit, Times.sql(clock.instant()), actor, kind.name(), json.write(detail))
                .update();
    }
}
