package org.intakehub.core.similar;

import java.util.List;

/**
 * What is to be done about two tellings.
 *
 * @param score 0 to 1; from one half on the two are rather the same matter than not
 */
public record Verdict(Decision decision, double score, List<Reason> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** What may be done. */
    public enum Decision {
        /** They may be joined without a person. */
        AUTOMATIC,
        /** A person decides. */
        SUGGEST,
        NONE
    }

    /**
     * One reason for a verdict, or against it.
     *
     * @param word the name that both say; empty for reasons that need none
     */
    public record Reason(Kind kind, String word) {
        static Reason of(Kind kind) {
            return new Reason(kind, "");
        }
    }

    /** Kinds of reasons; the last two speak against. */
    public enum Kind {
        SAME_TEXT,
        SAME_CITIZEN,
        SAME_NAME,
        SAME_WORDS,
        SAME_SUBJECT,
        SAME_PLACE,
        NEAR_TIME,
        OTHER_PLACE,
        OTHER_NUMBER
    }
}
