package org.intakehub.gateway.deadletter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.routes.stage.Hop;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with dead letters: send them through their stage again, or lay them aside. */
@Component
public class DeadLetterOffice {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Json json;
    private final SavedOutbox outbox;

    DeadLetterOffice(JdbcClient jdbc, Json json, SavedOutbox outbox) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
    }

    /** Sends one dead letter to the queue on which it failed; false if it waits no longer. */
    @Transactional
    public boolean replay(UUID id, String actor) {
        var hops = settle("id = :id", Map.of("id", id), "REPLAYED", actor);
        hops.forEach(outbox::add);
        return !hops.isEmpty();
    }

    /** Sends the oldest waiting dead letters of a queue, a thousand at most, and says how many. */
    @Transactional
    public int replayAll(String queue, String actor) {
        var oldest =
                "seq in (select seq from dead_letter where state = 'WAITING' and queue = :queue order by seq limit "
                        + AT_ONCE + ")";
        var hops = settle(oldest, Map.of("queue", queue), "REPLAYED", actor);
        hops.forEach(outbox::add);
        return hops.size();
    }

    /** Lays one dead letter aside; it stays in the table. False if it waits no longer. */
    @Transactional
    public boolean discard(UUID id, String actor) {
        return !settle("id = :id", Map.of("id", id), "DISCARDED", actor).isEmpty();
    }

    private List<Hop> settle(String which, Map<String, ?> params, String state, String actor) {
        return jdbc.sql(
                        "update dead_letter set state = :state, settled_at = now(), settled_by = :actor where state = 'WAITING' and "
                                + which + " returning queue, body, headers::text as headers")
                .params(params)
                .param("state", state)
                .param("actor", actor)
                .query((row, number) -> new Hop(
                        row.getString("queue"), Payload.of(row.getBytes("body")), json.texts(row.getString("headers"))))
                .list();
    }
}
