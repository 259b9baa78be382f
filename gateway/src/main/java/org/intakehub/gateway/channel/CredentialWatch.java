package org.intakehub.gateway.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.source.SourceEvents;
import org.intakehub.gateway.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Raises an alarm before a secret or certificate of a far end ends: 30, 14, 7, 3 and 1 days before, and every day from then on. */
@Component("credentials")
public class CredentialWatch implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialWatch.class);
    private static final Set<Long> DAYS_BEFORE = Set.of(30L, 14L, 7L, 3L, 1L);
    private static final int MONTH = 30;

    private final Sources sources;
    private final SourceEvents events;
    private final Clock clock;
    private final ZoneId zone;

    CredentialWatch(Sources sources, SourceEvents events, MeterRegistry meters, Clock clock, HubSettings settings) {
        this.sources = sources;
        this.events = events;
        this.clock = clock;
        this.zone = settings.zone();
        for (var source : sources.running()) {
            source.credentialExpires()
                    .ifPresent(
                            day -> Gauge.builder("intake.source.credential.days", this, watch -> watch.daysUntil(day))
                                    .tag("source", source.id().value())
                                    .description("days until the source's credential ends; negative once it has")
                                    .register(meters));
        }
    }

    private long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(clock.instant().atZone(zone).toLocalDate(), day);
    }

    /** In the morning, when somebody can do something about it. */
    @Scheduled(cron = "0 0 9 * * *", zone = "${intake.zone:Asia/Shanghai}")
    void tell() {
        for (var source : sources.running()) {
            source.credentialExpires()
                    .map(this::daysUntil)
                    .filter(CredentialWatch::isWorthTelling)
                    .ifPresent(days -> {
                        LOG.warn("source {}: its credential ends in {} days", source.id(), days);
                        tell(source.id().value(), days);
                    });
        }
    }

    private void tell(String source, long days) {
        try {
            events.append(source, History.HUB, SourceEvents.Kind.CREDENTIAL_ENDS, Map.of("days", days));
        } catch (DataAccessException e) {
            LOG.warn("the database keeps no event of it: {}", e.getClass().getSimpleName());
        }
    }

    static boolean isWorthTelling(long days) {
        return days <= 0 || DAYS_BEFORE.contains(days);
    }

    /** Up as long as the hub itself can take in: a credential that ends is a matter for a person. */
    @Override
    public Health health() {
        var health = Health.up();
        for (var source : sources.running()) {
            source.credentialExpires()
                    .filter(day -> daysUntil(day) <= MONTH)
                    .ifPresent(day -> health.withDetail(source.id().value(), "ends " + day));
        }
        return health.build();
    }
}
