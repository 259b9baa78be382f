package org.intakehub.routes.stage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.intakehub.core.channel.Payload;

/**
 * A message as a stage gets it from its queue.
 *
 * @param attempt 1 for the first delivery
 */
public record Delivery(Payload body, Map<String, String> headers, int attempt) {
    public Delivery {
        headers = Map.copyOf(headers);
    }

    /** The id that the body is, for the queues that carry nothing else. */
    public String id() {
        return body.text(StandardCharsets.UTF_8);
    }
}
