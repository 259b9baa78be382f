package org.intakehub.routes.stage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.intakehub.core.channel.Payload;

/** A message that a stage wants sent on, in the same JMS transaction that takes its own message off the queue. */
public record Hop(String queue, Payload body, Map<String, String> headers) {
    public Hop {
        headers = Map.copyOf(headers);
    }

    /** A hop that carries an id and nothing else. */
    public static Hop of(String queue, String id) {
        return new Hop(queue, Payload.of(id, StandardCharsets.UTF_8), Map.of());
    }
}
