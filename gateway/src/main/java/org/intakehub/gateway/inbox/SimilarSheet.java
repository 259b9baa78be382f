package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together with a case, as far as the reader may see it.
 *
 * @param revision the case's; merging and parting name it
 * @param description what the citizen wrote, to compare with
 * @param suggestions cases that may be the same matter and that nobody decided on, the likeliest first
 * @param merged cases that were merged into this one, the oldest first
 * @param earlier the same citizen's other cases, newest first, twenty at most
 * @param citizens how many different citizens told this matter, with the merged and suggested cases; those without a name count one each
 */
record SimilarSheet(
        UUID id,
        int revision,
        String description,
        @Nullable UUID mergedInto,
        List<Suggestion> suggestions,
        List<Other> merged,
        List<Other> earlier,
        int citizens) {
    SimilarSheet {
        suggestions = List.copyOf(suggestions);
        merged = List.copyOf(merged);
        earlier = List.copyOf(earlier);
    }

    /** Whether more than one citizen tells this matter. */
    public boolean isCollective() {
        return citizens > 1;
    }

    public boolean isEmpty() {
        return mergedInto == null && suggestions.isEmpty() && merged.isEmpty() && earlier.isEmpty();
    }

    /** Another case in a line. */
    record Other(
            UUID id,
            int revision,
            String number,
            String title,
            String description,
            CaseState state,
            String channel,
            Instant acceptedAt) {
        @Override
        public String toString() {
            return "Other[" + id + "]";
        }
    }

    /** @param score 0 to 1 */
    record Suggestion(Other other, double score, List<Reason> reasons) {
        public long percent() {
            return Math.round(score * 100);
        }
    }

    /** @param word the name that both say; empty where none is needed */
    record Reason(String kind, String word) {}

    @Override
    public String toString() {
        return "SimilarSheet[" + id + "]";
    }
}
