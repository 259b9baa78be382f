package org.intakehub.gateway.webhook;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.webhook.UnitSettings.Webhook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units that take their events at an endpoint of their own; the others cost nothing. */
@Component
public class UnitWebhooks {
    private final Map<String, Webhook> webhooks = new TreeMap<>();
    private final Set<String> named;
    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** @throws IllegalArgumentException if the city has no such unit */
    UnitWebhooks(UnitSettings settings, CityRules rules, JdbcClient jdbc, Supplier<UUID> ids, Clock clock) {
        settings.units().forEach((code, unit) -> {
            if (!UnitCode.isWellFormed(code) || rules.unit(new UnitCode(code)).isEmpty()) {
                throw new IllegalArgumentException("intake.units." + code + ": units.csv has no unit of that code");
            }
            Optional.ofNullable(unit.webhook()).ifPresent(webhook -> webhooks.put(code, webhook));
        });
        named = Set.copyOf(settings.units().keySet());
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Codes of all units that the settings speak of; without one of them the hub would not start. */
    public Set<String> named() {
        return named;
    }

    Set<String> units() {
        return webhooks.keySet();
    }

    Optional<Webhook> of(String unit) {
        return Optional.ofNullable(webhooks.get(unit));
    }

    /**
     * An event of a unit.
     *
     * @param body the CloudEvent, as the unit may see it
     */
    public record Event(String unit, String id, String type, String subject, Payload body) {}

    /** Queues an event in the transaction of the change that it tells of; once, however often it is told. */
    public void add(Event event) {
        if (webhooks.containsKey(event.unit())) {
            var now = Times.sql(clock.instant());
            jdbc.sql("""
                            insert into webhook_delivery (id, unit, event_id, type, subject, body, next_at, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (unit, event_id) do nothing
                            """)
                    .params(
                            ids.get(),
                            event.unit(),
                            event.id(),
                            event.type(),
                            event.subject(),
                            event.body().bytes(),
                            now,
                            now)
                    .update();
        }
    }
}
