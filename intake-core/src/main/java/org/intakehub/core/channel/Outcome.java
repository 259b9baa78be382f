package org.intakehub.core.channel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a webhook adapter made of a call. */
public sealed interface Outcome {
    /**
     * The call is genuine and its bytes are to be kept.
     *
     * @param acknowledgement what this platform wants to hear once the bytes are durable; empty: the hub's own receipt
     */
    record Accepted(RawMessage raw, Optional<Response> acknowledgement) implements Outcome {
        public static Accepted of(RawMessage raw) {
            return new Accepted(raw, Optional.empty());
        }
    }

    /** The platform checks that the address is ours, or asks for what is the same for all; nothing is kept. */
    record Handshake(Response echo) implements Outcome {}

    /**
     * An application asks how far matters have come; nothing is kept.
     *
     * @param answer what it is told of those that the world may know about
     */
    record Asked(StatusQuestion question, Function<List<MatterStatus>, Response> answer) implements Outcome {}

    /**
     * The call is not taken in.
     *
     * @param detail a sentence for the caller and for the list of refusals; never a part of the body
     * @param answer how this platform wants to be told; empty: the hub's own problem details
     */
    record Refused(Reason reason, String detail, Optional<Response> answer) implements Outcome {
        public Refused(Reason reason, String detail) {
            this(reason, detail, Optional.empty());
        }
    }

    /** Why a call was refused. */
    enum Reason {
        MISSING_PROOF(401),
        FORGED_PROOF(401),
        OUTSIDE_TIME_WINDOW(401),
        UNREADABLE(400),
        UNSUPPORTED_TYPE(415),
        METHOD_NOT_ALLOWED(405),
        UNKNOWN_SOURCE(404),
        UNKNOWN_ADDRESS(404),
        TOO_LARGE(413),
        TOO_MANY(429),
        KEY_REUSED(422),
        IN_PROGRESS(409);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status that tells it. */
        public int status() {
            return status;
        }
    }
}
