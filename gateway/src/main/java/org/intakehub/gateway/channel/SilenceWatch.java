package org.intakehub.gateway.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.intakehub.core.silence.UsualCurve;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.gateway.source.Switches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Raises an alarm when a source that is on keeps silent for longer than its own weeks before explain. */
@Component("silence")
public class SilenceWatch implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(56);

    private final JdbcClient jdbc;
    private final Sources sources;
    private final Switches switches;
    private final SourceHours hours;
    private final Clock clock;
    private final ZoneId zone;
    private volatile Map<String, UsualCurve> curves = Map.of();
    private volatile Map<String, Instant> silent = Map.of();

    SilenceWatch(
            JdbcClient jdbc,
            Sources sources,
            Switches switches,
            SourceHours hours,
            MeterRegistry meters,
            Clock clock,
            HubSettings settings) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.switches = switches;
        this.hours = hours;
        this.clock = clock;
        this.zone = settings.zone();
        for (var source : sources.running()) {
            var name = source.id().value();
            Gauge.builder(
                            "intake.source.silent",
                            this,
                            watch -> watch.silentSince(name).isPresent() ? 1 : 0)
                    .tag("source", name)
                    .description("1 while the source is silent against its habits")
                    .register(meters);
            Gauge.builder("intake.source.paused", switches, known -> known.isPaused(name) ? 1 : 0)
                    .tag("source", name)
                    .description("1 while a person has paused the source")
                    .register(meters);
        }
    }

    /** Since when an alarming silence lasts; empty if there is none. */
    public Optional<Instant> silentSince(String source) {
        return Optional.ofNullable(silent.get(source));
    }

    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void learn() {
        try {
            learnNow();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("habits are learnt later: {}", e.getClass().getSimpleName());
        }
    }

    /** Learns the habits of the weeks before, as is done every hour. */
    public void learnNow() {
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var learnt = new HashMap<String, UsualCurve>();
        hours.since(now.minus(LOOKED_BACK)).forEach((source, counts) -> {
            var first = counts.keySet().stream().min(Instant::compareTo).orElse(now);
            learnt.put(source, UsualCurve.of(counts, first, now, zone));
        });
        curves = Map.copyOf(learnt);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 70_000)
    void look() {
        try {
            lookNow();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("silence is looked for later: {}", e.getClass().getSimpleName());
        }
    }

    /** Looks who is silent, as is done every minute. */
    public void lookNow() {
        var now = clock.instant();
        var found = new HashMap<String, Instant>();
        for (Source source : sources.running()) {
            var name = source.id().value();
            var curve = curves.get(name);
            if (curve != null && !switches.isPaused(name)) {
                lastReceived(name).filter(last -> curve.isAlarming(last, now)).ifPresent(last -> found.put(name, last));
            }
        }
        found.keySet().stream()
                .filter(name -> !silent.containsKey(name))
                .forEach(name -> LOG.warn("source {} is silent against its habits since {}", name, found.get(name)));
        silent = Map.copyOf(found);
    }

    private Optional<Instant> lastReceived(String source) {
        return jdbc.sql("select received_at from raw_message where source = ? order by seq desc limit 1")
                .param(source)
                .query((row, number) ->
                        row.getObject("received_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Up as long as the hub itself can take in: a source that is silent is a matter for a person. */
    @Override
    public Health health() {
        var health = Health.up();
        silent.forEach((source, since) -> health.withDetail(source, "silent since " + since));
        return health.build();
    }
}
