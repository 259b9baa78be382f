package org.intakehub.core.channel;

/** A channel on which citizens can be answered. */
public interface ReplyingAdapter extends ChannelAdapter {
    /** Whether a machine's "we have it" goes out here; not where a person would have to post each one. */
    default boolean acknowledges() {
        return true;
    }

    /** What to send; the same reply always gives the same. */
    Outgoing compose(Reply reply);

    /**
     * The far end's own id of what was sent; not asked for mail, whose id the hub chooses.
     *
     * @throws RemoteUnavailable if sending the same again later may work
     * @throws RemoteRejected if it never will
     */
    String confirm(Answer answer);
}
