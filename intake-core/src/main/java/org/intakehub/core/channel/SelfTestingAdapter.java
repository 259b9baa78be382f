package org.intakehub.core.channel;

import java.time.Instant;

/** A channel whose entrance the hub can try by itself, with a call that is signed with the source's own secret. */
public interface SelfTestingAdapter extends WebhookAdapter {
    /**
     * A call that {@link #receive} accepts and that is read as one message.
     *
     * @param mark names the delivery and stands in its words, 1 to 64 characters, so that everybody sees what it is
     */
    Request testCall(SourceId source, String mark, Instant now);
}
