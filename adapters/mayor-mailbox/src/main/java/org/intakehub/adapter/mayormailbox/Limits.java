package org.intakehub.adapter.mayormailbox;

import org.jspecify.annotations.Nullable;

/**
 * How much of one mail is read; what lies beyond stays in the raw archive and is noted.
 *
 * @param maxText characters of text, 1 Mi unless told
 * @param maxDepth nested multiparts and forwarded mails, 8 unless told
 * @param maxParts parts on one level, 32 unless told
 */
public record Limits(
        @Nullable Integer maxText,
        @Nullable Integer maxDepth,
        @Nullable Integer maxParts) {
    /** The limits that hold where the settings name none. */
    public static final Limits DEFAULT = new Limits(null, null, null);

    public Limits {
        refuse("limits.max-text", maxText, 1024);
        refuse("limits.max-depth", maxDepth, 1);
        refuse("limits.max-parts", maxParts, 1);
    }

    private static void refuse(String setting, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(setting + " must be at least " + least);
        }
    }

    int text() {
        return maxText == null ? 1 << 20 : maxText;
    }

    int depth() {
        return maxDepth == null ? 8 : maxDepth;
    }

    int parts() {
        return maxParts == null ? 32 : maxParts;
    }
}
