package org.intakehub.core.channel;

import java.nio.charset.StandardCharsets;

/**
 * What makes a message the same message when it arrives again from the same source; unique within the source, 200 characters at most.
 */
public record MessageKey(String value) {
    private static final int LONGEST = 200;

    public MessageKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a message key has 1 to " + LONGEST + " characters");
        }
    }

    /** Joins the parts that identify a message; a long result becomes its SHA-256, so that no platform id is too long. */
    public static MessageKey of(String... parts) {
        var joined = String.join("|", parts);
        return new MessageKey(
                joined.length() <= LONGEST
                        ? joined
                        : "sha256:" + Payload.of(joined, StandardCharsets.UTF_8).sha256());
    }

    @Override
    public String toString() {
        return value;
    }
}
