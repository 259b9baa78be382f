package org.intakehub.gateway.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Json;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.stereotype.Component;

/** CloudEvents that follow a work order to its unit's queue: ids, times and words of the house, never the citizen's. */
@Component
public class UnitEvents {
    public static final String WARNED = "org.intakehub.workorder.warned";
    public static final String CANCELLED = "org.intakehub.workorder.cancelled";
    public static final String REOPENED = "org.intakehub.workorder.reopened";
    public static final String RULING = "org.intakehub.workorder.ruling";

    private final SavedOutbox outbox;
    private final Json json;
    private final HubSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;

    UnitEvents(SavedOutbox outbox, Json json, HubSettings settings, Supplier<UUID> ids, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a unit is told.
     *
     * @param data flat, and free of what a citizen said or is
     */
    public record Event(String type, String unit, String caseNumber, Map<String, String> data) {
        public Event {
            data = Map.copyOf(data);
        }
    }

    /** Adds an event in the transaction of the change that it tells of. */
    public void add(Event event) {
        var cloud = Map.of(
                "specversion", "1.0",
                "id", ids.get().toString(),
                "source", "/intake-hub/" + settings.division(),
                "type", event.type(),
                "subject", event.caseNumber(),
                "time", clock.instant().toString(),
                "datacontenttype", "application/json",
                "data", event.data());
        outbox.add(new Hop(
                Queues.workOrders(event.unit()),
                Payload.of(json.write(cloud), UTF_8),
                Map.of("contentType", "application/cloudevents+json")));
    }
}
