package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * The matters of one letter that was split, as far as the reader may see them.
 *
 * @param revision the case's; splitting and undoing name it
 * @param letter the case of the letter that this one was split out of
 * @param parts what was split out of this case's letter, in the letter's order
 */
record PartsSheet(
        UUID id, int revision, boolean maySplit, @Nullable Part letter, List<Part> parts) {
    PartsSheet {
        parts = List.copyOf(parts);
    }

    /** One matter of the letter in a line. */
    record Part(
            UUID id,
            String number,
            String title,
            CaseState state,
            String splitBy,
            Instant splitAt,
            @Nullable Instant undoneAt) {
        @Override
        public String toString() {
            return "Part[" + number + "]";
        }
    }

    public boolean isUndoable() {
        return parts.stream().anyMatch(part -> part.undoneAt() == null);
    }
}
