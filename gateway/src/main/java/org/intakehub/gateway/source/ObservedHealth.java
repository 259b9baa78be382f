package org.intakehub.gateway.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.intakehub.core.channel.SourceId;
import org.intakehub.routes.stage.SourceHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What this node last heard of each far end; a far end that fails makes its channel unwell, never the hub. */
@Component("channels")
public class ObservedHealth implements SourceHealth, HealthIndicator {
    private final Map<SourceId, State> states = new ConcurrentHashMap<>();
    private final Map<SourceId, Quota> quotas = new ConcurrentHashMap<>();
    private final Sources sources;
    private final Clock clock;

    ObservedHealth(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void isWell(SourceId source) {
        states.put(source, new State(clock.instant(), Optional.empty()));
    }

    @Override
    public void failed(SourceId source, String reason) {
        states.put(source, new State(clock.instant(), Optional.of(reason)));
    }

    @Override
    public void quotaLeft(SourceId source, long calls) {
        quotas.put(source, new Quota(calls, clock.instant()));
    }

    /** What the far end last said of the calls that are left. */
    Optional<Quota> quota(SourceId source) {
        return Optional.ofNullable(quotas.get(source));
    }

    /** Calls that were left at a moment. */
    record Quota(long left, Instant at) {}

    public Optional<State> of(SourceId source) {
        return Optional.ofNullable(states.get(source));
    }

    /** Up as long as the hub itself can take in; details tell which far ends fail and which sources are off. */
    @Override
    public Health health() {
        var health = Health.up();
        for (var source : sources.running()) {
            health.withDetail(
                    source.id().value(), of(source.id()).map(State::sentence).orElse("nothing heard yet"));
        }
        sources.broken().forEach(broken -> health.withDetail(broken.name(), "off: " + broken.problem()));
        return health.build();
    }

    /**
     * The last contact with a far end.
     *
     * @param failure why the last contact failed; empty if it went well
     */
    public record State(Instant at, Optional<String> failure) {
        String sentence() {
            return failure.map(reason -> "failing: " + reason).orElse("well");
        }
    }
}
