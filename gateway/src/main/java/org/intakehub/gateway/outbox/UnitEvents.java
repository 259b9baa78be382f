package org.intakehub.gateway.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.webhook.UnitWebhooks;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** CloudEvents for units, each on the unit's queue and, where it has one, to its own endpoint. */
@Component
public class UnitEvents {
    /** A work order for the unit. */
    public static final String DISPATCHED = "org.intakehub.workorder.dispatched";

    private static final Map<Class<? extends UnitNews>, String> NEWS = Map.of(
            UnitNews.Warned.class, "org.intakehub.workorder.warned",
            UnitNews.Reopened.class, "org.intakehub.workorder.reopened",
            UnitNews.Ruled.class, "org.intakehub.workorder.ruling",
            UnitNews.Urged.class, "org.intakehub.workorder.urged",
            UnitNews.Instructed.class, "org.intakehub.workorder.instructed",
            UnitNews.Outage.class, "org.intakehub.outage");

    private final SavedOutbox outbox;
    private final UnitWebhooks webhooks;
    private final UnitLetters letters;
    private final Json json;
    private final HubSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;

    UnitEvents(
            SavedOutbox outbox,
            UnitWebhooks webhooks,
            UnitLetters letters,
            Json json,
            HubSettings settings,
            Supplier<UUID> ids,
            Clock clock) {
        this.outbox = outbox;
        this.webhooks = webhooks;
        this.letters = letters;
        this.json = json;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Types of the events that follow a work order, by what they carry. */
    public static Map<Class<? extends UnitNews>, String> news() {
        return NEWS;
    }

    /**
     * Adds an event in the transaction of the change that it tells of.
     *
     * @param subject number of the case, or id of the outage
     */
    public void add(String unit, String subject, UnitNews news) {
        var type = Objects.requireNonNull(NEWS.get(news.getClass()));
        outbox.add(hop(type, unit, ids.get(), subject, clock.instant(), news));
    }

    /**
     * The hop of a work order to its unit's queue; in this transaction the unit's own endpoint and mailbox get it too, once.
     *
     * @param order what the unit may see of it
     */
    public Hop dispatched(UUID id, String unit, String caseNumber, Instant at, Object order) {
        letters.add(id, unit, caseNumber);
        return hop(DISPATCHED, unit, id, caseNumber, at, order);
    }

    /**
     * An event about what a unit did by message, for its queue of outcomes.
     *
     * @param id the same each time that the same is told
     */
    public CloudEvent<Object> outcome(UUID id, String type, Object data) {
        return event(id, type, null, clock.instant(), data);
    }

    private CloudEvent<Object> event(UUID id, String type, @Nullable String subject, Instant at, Object data) {
        return new CloudEvent<>(
                CloudEvent.VERSION,
                id,
                "/intake-hub/" + settings.division(),
                type,
                subject,
                at,
                CloudEvent.DATA_TYPE,
                data);
    }

    private Hop hop(String type, String unit, UUID id, String caseNumber, Instant at, Object data) {
        var body = Payload.of(json.write(event(id, type, caseNumber, at, data)), UTF_8);
        webhooks.add(new UnitWebhooks.Event(unit, id.toString(), type, caseNumber, body));
        return new Hop(Queues.workOrders(unit), body, Map.of("contentType", CloudEvent.MEDIA_TYPE));
    }
}
