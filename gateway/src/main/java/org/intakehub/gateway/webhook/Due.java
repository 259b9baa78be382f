package org.intakehub.gateway.webhook;

import java.time.Instant;
import java.util.UUID;
import org.intakehub.core.channel.Payload;

/**
 * An event whose time has come.
 *
 * @param attempts that were made before
 */
record Due(UUID id, String unit, String eventId, Payload body, int attempts, Instant createdAt) {
    @Override
    public String toString() {
        return "Due[" + id + "]";
    }
}
