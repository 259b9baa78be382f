package org.intakehub.gateway.source;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one source may send.
 *
 * @param maxBody largest webhook body, and the size at which a mail is cut
 * @param callsPerMinute genuine calls within a minute, spread evenly
 * @param burst genuine calls at once
 * @param refusalsPerMinute calls without a good proof that are looked at within a minute
 */
public record SourceLimits(
        @DefaultValue("32MB") DataSize maxBody,
        @DefaultValue("6000") long callsPerMinute,
        @DefaultValue("1000") long burst,
        @DefaultValue("600") long refusalsPerMinute) {
    public SourceLimits {
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > 256L << 20) {
            throw new IllegalArgumentException("limits.max-body is between 1 byte and 256 MB");
        }
        if (callsPerMinute < 1 || burst < 1 || refusalsPerMinute < 1) {
            throw new IllegalArgumentException("limits.calls-per-minute, burst and refusals-per-minute are at least 1");
        }
    }

    int maxBytes() {
        return (int) maxBody.toBytes();
    }
}
