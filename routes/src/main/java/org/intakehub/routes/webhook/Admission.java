package org.intakehub.routes.webhook;

import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.jspecify.annotations.Nullable;

/** Decides at the door, without a database, whether a call is taken in and what is answered. */
public interface Admission {
    /** The largest body, in bytes, that is read from this source. */
    int bodyLimit(String source);

    Decision admit(String source, Request request);

    /**
     * The answer to a body over the limit.
     *
     * @param size the length that the caller announced, or one more than the limit if it announced none, in bytes
     */
    Response tooLarge(String source, long size);

    /**
     * The answer to a call that could not be taken in at the moment.
     *
     * @param kept what the journal did not take; null if it did not come that far
     */
    Response unavailable(String source, Decision.@Nullable Keep kept);

    /** The bytes are durable: from now on the same delivery gets the same receipt. */
    void stored(Decision.Keep kept);

    /** What to do with a call. */
    sealed interface Decision {
        /**
         * Make the bytes durable, then answer.
         *
         * @param pressing they overtake what others brought
         */
        record Keep(String receiptId, RawMessage raw, Response answer, boolean pressing) implements Decision {}

        /** Only answer. */
        record Reply(Response answer) implements Decision {}
    }
}
