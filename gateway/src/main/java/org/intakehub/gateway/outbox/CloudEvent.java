package org.intakehub.gateway.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it leaves for a unit: CloudEvents 1.0, structured mode.
 *
 * @param subject number of the case, if it is about one
 * @param data what happened, by type
 */
public record CloudEvent<D>(
        String specversion,
        UUID id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String datacontenttype,
        D data) {
    /** Media type of the whole. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    static final String VERSION = "1.0";
    static final String DATA_TYPE = "application/json";

    @Override
    public String toString() {
        return "CloudEvent[" + id + ", " + type + "]";
    }
}
