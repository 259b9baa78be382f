package org.intakehub.core.channel;

import java.util.Optional;

/** A channel on which citizens can be answered. */
public interface ReplyingAdapter extends ChannelAdapter {
    /** Whether a machine's "we have it" goes out here; not where a person would have to post each one. */
    default boolean acknowledges() {
        return true;
    }

    /**
     * What to send; the same reply always gives the same.
     *
     * @throws RemoteRejected if nothing can be sent to this recipient
     */
    Outgoing compose(Reply reply);

    /** The text as the citizen will read it, cut to what the platform takes; staff see it before it is sent. */
    default String shown(Reply reply) {
        return reply.text();
    }

    /** Another way on the same platform, for when the far end says no to what {@link #compose} gives. */
    default Optional<Outgoing> otherwise(Reply reply) {
        return Optional.empty();
    }

    /**
     * The far end's own id of what was sent; not asked for mail, whose id the hub chooses.
     *
     * @throws RemoteUnavailable if sending the same again later may work
     * @throws RemoteRejected if it never will
     */
    String confirm(Answer answer);
}
