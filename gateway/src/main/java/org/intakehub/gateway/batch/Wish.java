package org.intakehub.gateway.batch;

import java.util.Optional;
import org.intakehub.core.casefile.Ground;

/**
 * What is to be done with each case.
 *
 * @param category for {@link Kind#CONFIRM}; empty: what the hub understood of each
 * @param ground for {@link Kind#NOT_ACCEPT}
 * @param words for {@link Kind#NOT_ACCEPT}: the right way for the citizens
 */
public record Wish(Kind kind, Optional<String> category, Optional<Ground> ground, String words) {
    /** Longest {@link #words}, in characters. */
    public static final int LONGEST = 2_000;

    /** What can be done with many cases. */
    public enum Kind {
        /** Taken, unless somebody else has it. */
        TAKE,
        GIVE_BACK,
        /** Category confirmed or corrected, and on to dispatch; can be taken back for some seconds. */
        CONFIRM,
        NOT_ACCEPT
    }

    public Wish {
        words = words.strip();
        if (kind == Kind.NOT_ACCEPT && (ground.isEmpty() || words.isEmpty() || words.length() > LONGEST)) {
            throw new IllegalArgumentException("what is not accepted needs a ground and the right way");
        }
    }

    @Override
    public String toString() {
        return "Wish[" + kind + "]";
    }
}
