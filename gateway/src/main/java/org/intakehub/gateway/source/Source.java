package org.intakehub.gateway.source;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.SourceId;

/**
 * One configured far end that is on.
 *
 * @param credentialExpires the day on which a secret or certificate of the far end ends, if its settings name one
 */
public record Source(
        SourceId id,
        ChannelId channel,
        ChannelAdapter adapter,
        SourceLimits limits,
        FetchRules fetching,
        Duration pollEvery,
        Optional<LocalDate> credentialExpires) {
    /** Largest body in bytes. */
    public int maxBytes() {
        return limits.maxBytes();
    }

    /** The adapter as the given capability, if it has it. */
    public <T> Optional<T> as(Class<T> capability) {
        return capability.isInstance(adapter) ? Optional.of(capability.cast(adapter)) : Optional.empty();
    }
}
