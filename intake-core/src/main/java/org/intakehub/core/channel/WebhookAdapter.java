package org.intakehub.core.channel;

import java.util.Set;

/** A channel whose platform calls the hub. */
public interface WebhookAdapter extends ChannelAdapter {
    /** The address below {@code /channels/{source}/} that a platform calls unless its protocol prescribes others. */
    String WEBHOOK = "webhook";

    /** The addresses below {@code /channels/{source}/} that belong to this channel; any other is answered 404. */
    default Set<String> paths() {
        return Set.of(WEBHOOK);
    }

    /** Whether the address belongs to this channel; for protocols whose addresses hold codes or numbers. */
    default boolean answers(String path) {
        return paths().contains(path);
    }

    /** Checks the proof of a call and says what to do with it; never reads further than that needs. */
    Outcome receive(Request request);
}
