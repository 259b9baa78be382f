package org.intakehub.gateway.reply;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.FarRequest.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A request as a person fills it in.
 *
 * @param kind what is wished for
 * @param opinion why; told to the far end
 * @param until the deadline that an EXTENSION asks for, or that a RULING on one grants
 * @param on what a RULING is on: EXTENSION, RETURN or CANCEL
 * @param agreed of a RULING; of a CHECK_FEEDBACK whether it passed; of a REVISIT whether the citizen is content
 * @param state the word of a STATE
 */
public record RequestFields(
        Kind kind,
        String opinion,
        @Nullable Instant until,
        @Nullable Kind on,
        @Nullable Boolean agreed,
        @Nullable String state) {
    private static final int LONGEST = 2_000;
    private static final Set<Kind> NEED_A_YES_OR_NO = Set.of(Kind.RULING, Kind.CHECK_FEEDBACK, Kind.REVISIT);

    /**
     * Checks what the kind needs.
     *
     * @throws IllegalArgumentException with a sentence that names the field that is missing or wrong
     */
    public RequestFields {
        Objects.requireNonNull(kind);
        opinion = opinion == null ? "" : opinion.strip();
        check(!opinion.isEmpty() && opinion.length() <= LONGEST, "opinion has 1 to " + LONGEST + " characters");
        check(kind != Kind.EXTENSION || until != null, "until is needed");
        check(kind != Kind.RULING || on == Kind.EXTENSION || on == Kind.RETURN || on == Kind.CANCEL, "on is needed");
        check(!NEED_A_YES_OR_NO.contains(kind) || agreed != null, "agreed is needed");
        check(kind != Kind.STATE || (state != null && state.matches("[\\w\\p{IsHan}-]{1,40}")), "state is a word");
    }

    /** @param handOver makes the wish that needs the case's own words */
    Wish wish(Supplier<FarRequest.HandOver> handOver) {
        var isYes = Boolean.TRUE.equals(agreed);
        return switch (kind) {
            case EXTENSION -> new FarRequest.Extension(Objects.requireNonNull(until));
            case RETURN -> new FarRequest.Return();
            case CANCEL -> new FarRequest.Cancel();
            case RULING -> new FarRequest.Ruling(Objects.requireNonNull(on), isYes, Optional.ofNullable(until));
            case CHECK_FEEDBACK -> new FarRequest.CheckFeedback(isYes);
            case ARCHIVE -> new FarRequest.Archive();
            case HAND_OVER -> handOver.get();
            case REVISIT -> new FarRequest.Revisit(isYes);
            case STATE -> new FarRequest.State(Objects.requireNonNull(state));
        };
    }

    private static void check(boolean works, String sentence) {
        if (!works) {
            throw new IllegalArgumentException(sentence);
        }
    }

    @Override
    public String toString() {
        return "RequestFields[" + kind + "]";
    }
}
