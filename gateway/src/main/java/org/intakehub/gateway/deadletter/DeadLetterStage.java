package org.intakehub.gateway.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.DeadLetters;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves dead letters from their queue to where they can be listed and replayed. */
@Component
public class DeadLetterStage implements Stage {
    private final JdbcClient jdbc;
    private final Json json;
    private final Supplier<UUID> ids;
    private final Clock clock;

    DeadLetterStage(JdbcClient jdbc, Json json, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var headers = new TreeMap<>(delivery.headers());
        var queue = headers.remove(DeadLetters.QUEUE);
        var subject = headers.remove(DeadLetters.SUBJECT);
        var reason = headers.remove(DeadLetters.REASON);
        jdbc.sql("""
                        insert into dead_letter (id, queue, subject, reason, failed_at, headers, body)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(
                        ids.get(),
                        queue == null ? Queues.DEAD : queue,
                        subject == null ? "" : subject,
                        reason == null ? "given up by the broker" : reason,
                        Times.sql(clock.instant()),
                        json.write(headers),
                        delivery.body().bytes())
                .update();
        return List.of();
    }
}
