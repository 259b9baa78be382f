package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A case as a line of the list.
 *
 * @param summary beginning of the description
 * @param unit code of the leading unit
 * @param assignee login name of who took it
 * @param dueAt when the next running clock ends
 */
record CaseRow(
        UUID id,
        String number,
        int revision,
        CaseState state,
        String channel,
        String source,
        String title,
        String summary,
        Instant acceptedAt,
        Instant updatedAt,
        @Nullable String category,
        @Nullable String division,
        Urgency urgency,
        boolean threat,
        Confidentiality confidentiality,
        @Nullable String citizenName,
        boolean anonymous,
        @Nullable String unit,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        int messages) {

    Keyset keyset() {
        return new Keyset(acceptedAt, id);
    }

    /** Sorts as text the way the list does, newest highest. */
    public String order() {
        return "%017d-%s".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, acceptedAt), id);
    }

    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    CaseRow seenThrough(Veil veil) {
        return new CaseRow(
                id,
                number,
                revision,
                state,
                channel,
                source,
                veil.text(title),
                veil.excerpt(summary),
                acceptedAt,
                updatedAt,
                category,
                division,
                urgency,
                threat,
                confidentiality,
                veil.field(citizenName),
                anonymous,
                unit,
                assignee,
                dueAt,
                messages);
    }
}
