package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.similar.Entities.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A case with all that hangs on it, as one reader may see it.
 *
 * @param entities estates, roads, companies, telephone numbers and amounts in the case's own text
 * @param mark differs whenever anything on the sheet has changed
 * @param isCitizenHidden the citizen's fields are covered, and attachments and raw messages closed
 * @param seesRaw the reader may open the messages as they came
 * @param isMasked how the citizen is reached is masked, in all that is shown
 * @param mayReveal the reader may have it shown to him
 */
record CaseSheet(
        Facts facts,
        Citizen citizen,
        boolean isCitizenHidden,
        boolean seesRaw,
        boolean isMasked,
        boolean mayReveal,
        List<Candidate> candidates,
        List<String> reasons,
        List<Entity> entities,
        List<Message> messages,
        List<Order> workOrders,
        List<Clock> clocks,
        List<Reply> replies,
        List<Event> history,
        String mark) {

    /** What the case itself says. */
    record Facts(
            UUID id,
            String number,
            int revision,
            CaseState state,
            String channel,
            String source,
            Instant receivedAt,
            Instant acceptedAt,
            @Nullable Instant occurredAt,
            Instant updatedAt,
            @Nullable String externalId,
            @Nullable String externalUrl,
            @Nullable String superiorNumber,
            @Nullable Instant superiorDueAt,
            Confidentiality confidentiality,
            @Nullable String namedUnit,
            String title,
            String description,
            @Nullable String address,
            @Nullable String hintedDivision,
            @Nullable String division,
            @Nullable String community,
            @Nullable Double placeConfidence,
            String area,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String appealType,
            @Nullable String category,
            @Nullable Double confidence,
            @Nullable String classifiedBy,
            Urgency urgency,
            boolean threat,
            @Nullable UUID mergedInto,
            @Nullable String assignee) {}

    /** Who tells it, covered where the reader may not know. */
    record Citizen(
            @Nullable String name,
            @Nullable String gender,
            List<String> phones,
            @Nullable String email,
            @Nullable String address,
            @Nullable String idNumber,
            String kind,
            @Nullable String handle,
            boolean anonymous) {}

    /** A category that the rules found likely, and the rules' words for it. */
    record Candidate(String category, double score, List<String> reasons) {}

    /** One thing that the citizen sent, and what came of reading it. */
    record Message(
            UUID id,
            String receiptId,
            String source,
            String joinedBy,
            @Nullable Instant occurredAt,
            Instant receivedAt,
            String title,
            String text,
            String foldedText,
            List<String> notes,
            List<Attachment> attachments) {}

    /** A file that came with a message. */
    record Attachment(
            UUID id,
            UUID messageId,
            String name,
            @Nullable String type,
            @Nullable Long size,
            String state,
            @Nullable String reason) {
        boolean isStored() {
            return state.equals("STORED");
        }

        public boolean isPicture() {
            return isStored() && Download.isShown(type, "image/");
        }

        public boolean isSound() {
            return isStored() && Download.isShown(type, "audio/");
        }

        public boolean isFilm() {
            return isStored() && Download.isShown(type, "video/");
        }
    }

    /** What was given to a unit. */
    record Order(
            UUID id,
            String unit,
            String role,
            String state,
            String reason,
            Instant dispatchedAt,
            @Nullable Instant signedAt,
            @Nullable String handler) {}

    /**
     * A time limit that runs or ran.
     *
     * @param dueAt none while the calendar of a year is missing
     */
    record Clock(
            String kind,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            @Nullable Instant breachedAt) {
        public boolean isRunning() {
            return stoppedAt == null;
        }

        public boolean isLate() {
            return breachedAt != null || (stoppedAt != null && dueAt != null && stoppedAt.isAfter(dueAt));
        }
    }

    /** What the citizen was told. */
    record Reply(
            UUID id,
            String kind,
            String channel,
            String recipient,
            String text,
            String state,
            String way,
            @Nullable String reason,
            @Nullable String platformId,
            @Nullable String givenBy,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt) {
        public boolean isThere() {
            return state.equals("SENT") || state.equals("DELIVERED") || state.equals("READ");
        }

        public boolean waitsForAPerson() {
            return state.equals("BY_HAND") || state.equals("FAILED") || state.equals("UNCERTAIN");
        }
    }

    /** What happened, and who did it. */
    record Event(Instant at, String actor, String kind, String detail) {}

    public boolean isInTriage() {
        return facts.state() == CaseState.TRIAGE;
    }
}
