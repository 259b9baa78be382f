package org.intakehub.gateway.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of asking.
 *
 * @param seq its place in the list
 * @param state OPEN, DISPUTED while a person has to rule, then ANSWERED, SETTLED, UNREACHABLE, NOT_SAMPLED or OVERTAKEN by another step
 * @param how LINK or TELEPHONE
 * @param words what the citizen said
 */
public record FollowUp(
        UUID id,
        long seq,
        UUID caseId,
        String caseNumber,
        String title,
        String state,
        Instant openedAt,
        int attempts,
        @Nullable String how,
        @Nullable Boolean contacted,
        @Nullable Boolean solved,
        @Nullable Integer satisfaction,
        @Nullable String words,
        @Nullable Instant answeredAt,
        int revision,
        int caseRevision) {
    public boolean isOpen() {
        return state.equals("OPEN");
    }

    public boolean isDisputed() {
        return state.equals("DISPUTED");
    }

    @Override
    public String toString() {
        return "FollowUp[" + id + ", " + state + "]";
    }
}
