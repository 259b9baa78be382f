package org.intakehub.routes.stage;

import org.intakehub.core.channel.SourceId;

/** Keeps what the road last heard of each far end. */
public interface SourceHealth {
    /** The far end answered properly. */
    void isWell(SourceId source);

    /**
     * The far end did not answer, or not properly.
     *
     * @param reason what failed, without a citizen's words
     */
    void failed(SourceId source, String reason);

    /** The far end said how many calls it still allows for now. */
    void quotaLeft(SourceId source, long calls);
}
