package org.intakehub.core.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * What the hub asks of a far end about a matter, or tells it, other than a reply to a citizen.
 *
 * @param id the same for every attempt, so that a far end can recognise a second one
 * @param caseToken signed token by which the far end's further words find the case
 * @param externalId the far end's own number of the matter; empty if it does not know the matter yet
 * @param opinion why, in a person's words
 * @param askedAt when it was asked; the same for every attempt
 */
public record FarRequest(
        String id,
        String caseNumber,
        String caseToken,
        Optional<String> externalId,
        String opinion,
        Wish wish,
        Instant askedAt) {

    /** What can be wished for; which of them a far end takes its adapter says. */
    public enum Kind {
        /** 延期: more time. */
        EXTENSION,
        /** 退回: take the matter back. */
        RETURN,
        /** 作废: strike the matter. */
        CANCEL,
        /** 批复: the city's word on what the far end asked for. */
        RULING,
        /** 核查反馈: what was found on checking. */
        CHECK_FEEDBACK,
        /** 结案归档: the matter is closed. */
        ARCHIVE,
        /** 转警: the far end is to take over the matter. */
        HAND_OVER,
        /** 回访: what the citizen says of the result. */
        REVISIT,
        /** 状态: how far the matter has come. */
        STATE
    }

    /** A wish with what it needs. */
    public sealed interface Wish {
        Kind kind();
    }

    /** More time, until then. */
    public record Extension(Instant until) implements Wish {
        @Override
        public Kind kind() {
            return Kind.EXTENSION;
        }
    }

    /** Take it back. */
    public record Return() implements Wish {
        @Override
        public Kind kind() {
            return Kind.RETURN;
        }
    }

    /** Strike it. */
    public record Cancel() implements Wish {
        @Override
        public Kind kind() {
            return Kind.CANCEL;
        }
    }

    /**
     * The city's word on what the far end asked for.
     *
     * @param on EXTENSION, RETURN or CANCEL
     * @param until the new deadline of an extension that is granted
     */
    public record Ruling(Kind on, boolean isAgreed, Optional<Instant> until) implements Wish {
        public Ruling {
            if (on != Kind.EXTENSION && on != Kind.RETURN && on != Kind.CANCEL) {
                throw new IllegalArgumentException("a ruling is on an extension, a return or a cancellation");
            }
        }

        @Override
        public Kind kind() {
            return Kind.RULING;
        }
    }

    /** What was found on checking. */
    public record CheckFeedback(boolean isPassed) implements Wish {
        @Override
        public Kind kind() {
            return Kind.CHECK_FEEDBACK;
        }
    }

    /** It is closed. */
    public record Archive() implements Wish {
        @Override
        public Kind kind() {
            return Kind.ARCHIVE;
        }
    }

    /**
     * Take it over.
     *
     * @param isSecret nobody else may learn of it
     */
    public record HandOver(
            String title,
            String text,
            Optional<String> address,
            Optional<String> name,
            Optional<String> phone,
            boolean isSecret)
            implements Wish {
        @Override
        public Kind kind() {
            return Kind.HAND_OVER;
        }

        @Override
        public String toString() {
            return "HandOver[" + text.length() + " characters]";
        }
    }

    /** What the citizen says of the result. */
    public record Revisit(boolean isContent) implements Wish {
        @Override
        public Kind kind() {
            return Kind.REVISIT;
        }
    }

    /**
     * How far it has come.
     *
     * @param state a word of the far end's, such as {@code handling}
     */
    public record State(String state) implements Wish {
        @Override
        public Kind kind() {
            return Kind.STATE;
        }
    }

    @Override
    public String toString() {
        return "FarRequest[" + id + ", " + wish.kind() + "]";
    }
}
