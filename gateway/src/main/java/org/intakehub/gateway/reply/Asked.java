package org.intakehub.gateway.reply;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and how far it came.
 *
 * @param state QUEUED, SENDING, SENT; AGREED or DECLINED by the far end; DONE by hand; FAILED, UNCERTAIN and BY_HAND wait for a person
 */
public record Asked(
        UUID id,
        String source,
        String kind,
        String data,
        String state,
        @Nullable String reason,
        @Nullable String platformId,
        String askedBy,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant settledAt) {
    public boolean waitsForAPerson() {
        return state.equals("BY_HAND") || state.equals("FAILED") || state.equals("UNCERTAIN");
    }

    @Override
    public String toString() {
        return "Asked[" + id + ", " + kind + ", " + state + "]";
    }
}
