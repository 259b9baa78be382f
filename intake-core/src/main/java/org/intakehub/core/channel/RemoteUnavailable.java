package org.intakehub.core.channel;

import java.time.Duration;
import java.util.Optional;

/** The far end does not answer properly just now: the same call is made again later. */
public final class RemoteUnavailable extends IntakeException {
    private final transient Optional<Duration> retryAfter;

    public RemoteUnavailable(String reason) {
        this(reason, Optional.empty());
    }

    /** @param retryAfter how long the far end asked to be left alone */
    public RemoteUnavailable(String reason, Optional<Duration> retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    public RemoteUnavailable(String reason, Throwable cause) {
        super(reason, cause);
        this.retryAfter = Optional.empty();
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
