package org.intakehub.gateway.receipt;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.source.Source;
import org.springframework.stereotype.Component;

/** Counts each source's calls; genuine, refused and merely asking ones apart, so that nobody can use a partner's share up. */
@Component
class SourceRates {
    private final Map<SourceId, Bucket> genuine = new ConcurrentHashMap<>();
    private final Map<SourceId, Bucket> refused = new ConcurrentHashMap<>();
    private final Map<SourceId, Bucket> asking = new ConcurrentHashMap<>();

    ConsumptionProbe genuineCall(Source source) {
        var limits = source.limits();
        return genuine.computeIfAbsent(source.id(), id -> bucket(limits.burst(), limits.callsPerMinute()))
                .tryConsumeAndReturnRemaining(1);
    }

    ConsumptionProbe refusedCall(Source source) {
        var perMinute = source.limits().refusalsPerMinute();
        return refused.computeIfAbsent(source.id(), id -> bucket(perMinute, perMinute))
                .tryConsumeAndReturnRemaining(1);
    }

    /** Who only asks may need no proof, so as little is allowed as of refused calls. */
    ConsumptionProbe askingCall(Source source) {
        var perMinute = source.limits().refusalsPerMinute();
        return asking.computeIfAbsent(source.id(), id -> bucket(perMinute, perMinute))
                .tryConsumeAndReturnRemaining(1);
    }

    private static Bucket bucket(long capacity, long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
