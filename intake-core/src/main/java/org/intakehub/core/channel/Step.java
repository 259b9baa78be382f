package org.intakehub.core.channel;

import java.util.List;

/** What a polling adapter wants next. */
public sealed interface Step {
    /**
     * Make this call and come back with its answer.
     *
     * @param cursor where this round began
     * @param note the adapter's own mark of what it is in the middle of; comes back with the answer
     */
    record Ask(Call call, Cursor cursor, String note) implements Step {
        // a note may hold what citizens wrote
        @Override
        public String toString() {
            return "Ask[" + call + "]";
        }
    }

    /**
     * These were found.
     *
     * @param next the cursor to save once all of them are durable
     * @param more whether to go on at once from {@code next}
     */
    record Found(List<RawMessage> raws, Cursor next, boolean more) implements Step {
        public Found {
            raws = List.copyOf(raws);
        }
    }
}
