package org.intakehub.gateway.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint fares.
 *
 * @param url without its query, which may hold a key
 * @param secrets how many every call is signed with
 * @param why TOOK_NOTHING, GONE or BY_HAND while it is disabled
 * @param tookAt when it last took an event
 * @param waiting events on their way to it
 * @param failed events that ran out of their attempts
 */
record ListedEndpoint(
        String unit,
        String url,
        int secrets,
        @Nullable String why,
        @Nullable Instant disabledAt,
        @Nullable Instant tookAt,
        long waiting,
        long failed) {
    public boolean isDisabled() {
        return disabledAt != null;
    }
}
