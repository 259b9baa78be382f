package org.intakehub.routes.stage;

import java.time.Duration;
import org.intakehub.core.channel.SourceId;

/** Tells when a far end is to be left alone: a person has paused its source, or it asked for that itself; the same on every node. */
public interface Rests {
    boolean isResting(SourceId source);

    /** The far end asked to be left alone for so long. */
    void rest(SourceId source, Duration atLeast);
}
