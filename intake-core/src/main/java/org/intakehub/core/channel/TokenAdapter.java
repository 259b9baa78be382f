package org.intakehub.core.channel;

import java.time.Instant;

/**
 * A channel whose calls carry a token that has to be fetched first. The hub keeps the token, shares it between its nodes, and fetches a
 * new one before it expires or when the far end refuses it.
 */
public interface TokenAdapter extends ChannelAdapter {
    /** The first call towards a token; its cursor is {@link Cursor#START}. */
    Step.Ask login();

    /**
     * What follows an answer on the way to a token.
     *
     * @throws RemoteUnavailable if the far end shows a passing fault
     * @throws RemoteRejected if it does not accept the credentials
     */
    Login proceed(Answer answer);

    /** The call with the token in its place; a call that needs none is handed back as it is. */
    Call authorise(Call call, Secret token);

    /** Whether the answer says that the token is not, or not any more, valid. */
    boolean refusesToken(Answer answer);

    /** A step towards a token, or the token. */
    sealed interface Login {
        /** One more call is needed. */
        record More(Step.Ask ask) implements Login {}

        /**
         * The token.
         *
         * @param validUntil when the far end forgets it
         */
        record Granted(Secret token, Instant validUntil) implements Login {}
    }
}
