package org.intakehub.core.channel;

import java.util.List;

/**
 * Translates what one platform says into the hub's words. It does no I/O, keeps no state and is called by many threads at once.
 */
public interface ChannelAdapter {
    ChannelId channel();

    /**
     * The messages that the bytes hold, in their order; the same bytes always give the same messages.
     *
     * @throws MalformedMessage if the bytes can never be read
     */
    List<IntakeMessage> normalise(RawMessage raw);

    /** What comes here cannot wait: on the road it overtakes what other channels brought. */
    default boolean isPressing() {
        return false;
    }
}
