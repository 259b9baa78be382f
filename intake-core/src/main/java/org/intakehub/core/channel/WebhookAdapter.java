package org.intakehub.core.channel;

/** A channel whose platform calls the hub. */
public interface WebhookAdapter extends ChannelAdapter {
    /** Checks the proof of a call and says what to do with it; never reads further than that needs. */
    Outcome receive(Request request);
}
