package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw message as a person looks at it.
 *
 * @param text the bytes as far as they can be shown as text
 * @param isCut there are more bytes than are shown
 */
record RawMessageSheet(
        String receiptId,
        String channel,
        String source,
        Instant receivedAt,
        String signature,
        String sha256,
        int size,
        String state,
        @Nullable String reason,
        Map<String, String> headers,
        String text,
        boolean isCut) {
    @Override
    public String toString() {
        return "RawMessageSheet[" + receiptId + "]";
    }
}
