package org.intakehub.routes.stage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Payload;

/**
 * A message as a stage gets it from its queue.
 *
 * @param attempt 1 for the first delivery
 * @param messageId the broker's own id of the message, the same however often it is delivered; empty if no broker delivered it
 */
public record Delivery(Payload body, Map<String, String> headers, int attempt, Optional<String> messageId) {
    public Delivery {
        headers = Map.copyOf(headers);
    }

    /** What is handed to a stage without a queue in between. */
    public Delivery(Payload body, Map<String, String> headers, int attempt) {
        this(body, headers, attempt, Optional.empty());
    }

    /** The id that the body is, for the queues that carry nothing else. */
    public String id() {
        return body.text(StandardCharsets.UTF_8);
    }
}
