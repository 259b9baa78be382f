package org.intakehub.gateway.history;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends what happened to a case, in the transaction that makes it happen. */
@Component
public class History {
    /** The actor of what the hub does by itself. */
    public static final String HUB = "hub";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    History(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends one event.
     *
     * @param actor {@link #HUB}, or the login name of the person who acted
     */
    public void append(UUID caseId, String actor, Event event, Map<String, ?> detail) {
        jdbc.sql("insert into history (case_id, at, actor, kind, detail) values (?, ?, ?, ?, ?::jsonb)")
                .params(caseId, Times.sql(clock.instant()), actor, event.name(), json.write(detail))
                .update();
    }

    /** Kinds of events. */
    public enum Event {
        ACCEPTED,
        MESSAGE_JOINED,
        MESSAGE_READ_AGAIN,
        CLASSIFIED,
        SENT_TO_TRIAGE,
        CORRECTED,
        DISPATCHED,
        CLOCK_BREACHED,
        REPLY_SENT,
        REPLY_FAILED,
        REPLY_BY_HAND,
        REPLY_UNCERTAIN,
        ATTACHMENT_FETCHED,
        ATTACHMENT_FAILED
    }
}
