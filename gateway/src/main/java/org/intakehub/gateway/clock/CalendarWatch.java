package org.intakehub.gateway.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Warns, well ahead, that a year's holidays are missing, and gives their deadline to clocks that had to start without one.
 *
 * <p>The hub as a whole stays up: it takes in and dispatches without a calendar.
 */
@Component("calendar")
class CalendarWatch implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);
    private static final Status WARNING = new Status("WARNING");
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Json json;
    private final CityRules rules;
    private final Wakes wakes;
    private final ClockSettings settings;
    private final HubSettings hub;
    private final Clock clock;

    CalendarWatch(
            JdbcClient jdbc,
            Json json,
            CityRules rules,
            Wakes wakes,
            ClockSettings settings,
            HubSettings hub,
            MeterRegistry meters,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.rules = rules;
        this.wakes = wakes;
        this.settings = settings;
        this.hub = hub;
        this.clock = clock;
        Gauge.builder("intake.calendar.missing", this, watch -> watch.reaches() ? 0 : 1)
                .description("1 while the holidays of a year are missing that deadlines will soon need")
                .register(meters);
    }

    private LocalDate today() {
        return clock.instant().atZone(hub.zone()).toLocalDate();
    }

    private boolean reaches() {
        return rules.calendar().reaches(today(), settings.calendarAhead());
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!reaches()) {
            LOG.warn(
                    "calendar.csv ends before {}: enter the State Council's notice for {}, or deadlines in working days are refused",
                    today().plusDays(settings.calendarAhead()),
                    today().plusDays(settings.calendarAhead()).getYear());
        }
    }

    @Override
    public Health health() {
        return reaches()
                ? Health.up().build()
                : Health.status(WARNING)
                        .withDetail(
                                "missing",
                                today().plusDays(settings.calendarAhead()).getYear())
                        .build();
    }

    /** Clocks that waited for a calendar get their deadline within the hour in which it comes. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 3_600_000)
    void fill() {
        try {
            long last = 0;
            for (var waiting = waiting(last); !waiting.isEmpty(); waiting = waiting(last)) {
                waiting.forEach(this::fill);
                last = waiting.get(waiting.size() - 1).id();
            }
        } catch (DataAccessException e) {
            LOG.warn(
                    "clocks without a deadline wait for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    private List<RunningClock> waiting(long after) {
        return jdbc.sql("select " + RunningClock.COLUMNS
                        + " from clock k join case_file c on c.id = k.case_id left join work_order w on w.id = k.order_id"
                        + " where k.due_at is null and k.stopped_at is null and k.id > ? order by k.id limit ?")
                .params(after, BATCH)
                .query((row, number) -> RunningClock.of(row, json))
                .list();
    }

    private void fill(RunningClock waiting) {
        var next = wakes.next(waiting.run(), waiting.percent()).map(Instant::toString);
        wakes.due(waiting.run())
                .ifPresent(due -> jdbc.sql(
                                "update clock set due_at = :due, next_at = :next::timestamptz where id = :id and due_at is null")
                        .param("due", Times.sql(due))
                        .param("next", next.orElse(null))
                        .param("id", waiting.id())
                        .update());
    }
}
