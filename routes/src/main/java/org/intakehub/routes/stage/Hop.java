package org.intakehub.routes.stage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Payload;

/** A message that a stage wants sent on, in the same JMS transaction that takes its own message off the queue. */
public record Hop(String queue, Payload body, Map<String, String> headers) {
    /** Header of a hop that overtakes the others on its queue; what it leads to overtakes as well. */
    public static final String FIRST = "goesFirst";

    /** What an endpoint needs besides, so that JMS lets its messages overtake. */
    public static final String OVERTAKING = "&explicitQosEnabled=true&priority=9";

    public Hop {
        headers = Map.copyOf(headers);
    }

    /** A hop that carries an id and nothing else. */
    public static Hop of(String queue, String id) {
        return new Hop(queue, Payload.of(id, StandardCharsets.UTF_8), Map.of());
    }

    /** The same hop, but it overtakes. */
    public Hop first() {
        var more = new TreeMap<>(headers);
        more.put(FIRST, "true");
        return new Hop(queue, body, more);
    }

    boolean isFirst() {
        return headers.containsKey(FIRST);
    }
}
