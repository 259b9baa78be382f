package org.intakehub.gateway.batch;

import java.util.List;
import java.util.UUID;

/**
 * How far it has come with the cases of one batch.
 *
 * @param all how many cases it has
 * @param done how many it was done with, and not taken back
 * @param isUndoable it may be taken back now, as far as nothing has gone out
 * @param refusals in the order in which the cases were chosen
 */
public record Batch(
        UUID id,
        Wish.Kind kind,
        int all,
        int waiting,
        int done,
        int undone,
        boolean isUndoable,
        List<Refused> refusals) {
    public Batch {
        refusals = List.copyOf(refusals);
    }

    /**
     * A case with which it could not be done, or not be taken back.
     *
     * @param reason {@link Reason}, or an obstacle of the rules
     */
    public record Refused(UUID caseId, String number, String reason) {}

    /** Why not, beside what the rules of single steps say. */
    public enum Reason {
        /** Somebody else took it. */
        SOMEBODY_HAS_IT,
        /** Who does not have it cannot give it back. */
        NOT_YOURS,
        NOT_IN_TRIAGE,
        /** The hub understood none that could be confirmed. */
        NO_CATEGORY,
        UNKNOWN_CHOICE,
        /** For a reason that only the log knows. */
        FAILED,
        /** The batch was taken back before it came to this case. */
        STOPPED,
        /** It has gone out, and cannot be taken back. */
        GONE_OUT
    }

    public boolean isOver() {
        return waiting == 0;
    }

    public int through() {
        return all - waiting;
    }
}
