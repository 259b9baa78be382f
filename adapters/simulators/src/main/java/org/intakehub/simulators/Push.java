package org.intakehub.simulators;

import java.util.Map;
import org.intakehub.core.channel.Payload;

/**
 * A call that a partner makes, before it is signed.
 *
 * @param id the delivery's id; a call with the same id is the same delivery
 * @param headers besides those of the signature
 */
public record Push(String id, Map<String, String> headers, Payload body) {
    public Push {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Push[" + body.size() + " bytes]";
    }
}
