package org.intakehub.core.channel;

/** A channel that the hub asks again and again. */
public interface PollingAdapter extends ChannelAdapter {
    /** The first step of a round that begins at the cursor. */
    Step start(Cursor from);

    /**
     * The step that follows an answer.
     *
     * @throws RemoteUnavailable if the far end shows a passing fault, which often hides behind status 200
     * @throws RemoteRejected if the far end will never answer this call
     */
    Step next(Answer answer);
}
