package org.intakehub.gateway.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.webhook.UnitWebhooks;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.stereotype.Component;

/** CloudEvents for units, each on the unit's queue and, where it has one, to its own endpoint. */
@Component
public class UnitEvents {
    public static final String DISPATCHED = "org.intakehub.workorder.dispatched";
    public static final String WARNED = "org.intakehub.workorder.warned";
    public static final String CANCELLED = "org.intakehub.workorder.cancelled";
    public static final String REOPENED = "org.intakehub.workorder.reopened";
    public static final String RULING = "org.intakehub.workorder.ruling";
    public static final String URGED = "org.intakehub.workorder.urged";
    public static final String INSTRUCTED = "org.intakehub.workorder.instructed";
    /** About an outage, whose id stands in the place of the case's number. */
    public static final String OUTAGE = "org.intakehub.outage";

    private final SavedOutbox outbox;
    private final UnitWebhooks webhooks;
    private final Json json;
    private final HubSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;

    UnitEvents(
            SavedOutbox outbox,
            UnitWebhooks webhooks,
            Json json,
            HubSettings settings,
            Supplier<UUID> ids,
            Clock clock) {
        this.outbox = outbox;
        this.webhooks = webhooks;
        this.json = json;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a unit is told after it got its work order: ids, times and words of the house.
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
        outbox.add(hop(event.type(), event.unit(), ids.get(), event.caseNumber(), clock.instant(), event.data()));
    }

    /**
     * The hop of a work order to its unit's queue; in this transaction the unit's own endpoint gets it too, once.
     *
     * @param order what the unit may see of it
     */
    public Hop dispatched(UUID id, String unit, String caseNumber, Instant at, Object order) {
        return hop(DISPATCHED, unit, id, caseNumber, at, order);
    }

    private Hop hop(String type, String unit, UUID id, String caseNumber, Instant at, Object data) {
        var cloud = Map.of(
                "specversion",
                "1.0",
                "id",
                id.toString(),
                "source",
                "/intake-hub/" + settings.division(),
                "type",
                type,
                "subject",
                caseNumber,
                "time",
                at.toString(),
                "datacontenttype",
                "application/json",
                "data",
                data);
        var body = Payload.of(json.write(cloud), UTF_8);
        webhooks.add(new UnitWebhooks.Event(unit, id.toString(), type, caseNumber, body));
        return new Hop(Queues.workOrders(unit), body, Map.of("contentType", "application/cloudevents+json"));
    }
}
