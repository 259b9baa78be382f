package org.intakehub.gateway.asyncapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.intakehub.gateway.action.ActionKind;
import org.intakehub.gateway.action.ActionOutcome;
import org.intakehub.gateway.dispatch.WorkOrder;
import org.intakehub.gateway.outbox.CloudEvent;
import org.intakehub.gateway.outbox.UnitEvents;

/** Every message between hub and units, each a CloudEvent of its own type. */
final class Messages {
    /** What an event has to have to be read; the hub's own have all the attributes. */
    private static final List<String> NEEDED = List.of("specversion", "id", "source", "type", "data");

    private static final Map<String, Object> HUBS_ID = Map.of("type", "string", "format", "uuid");
    /** Whatever the unit makes its ids of. */
    private static final Map<String, Object> UNITS_ID = Map.of("type", "string", "minLength", 1, "maxLength", 200);

    private final RecordSchemas schemas = new RecordSchemas();
    private final Map<String, Object> messages = new LinkedHashMap<>();
    private final Map<String, Object> workOrders = new LinkedHashMap<>();
    private final Map<String, Object> calls = new LinkedHashMap<>();
    private final Map<String, Object> actions = new LinkedHashMap<>();
    private final Map<String, Object> outcomes = new LinkedHashMap<>();

    Messages() {
        var headers = schemas.add("WebhookHeaders", webhookHeaders());
        toUnit("dispatched", UnitEvents.DISPATCHED, WorkOrder.class, "A work order for the unit", headers);
        UnitEvents.news()
                .forEach((data, type) -> toUnit(
                        data.getSimpleName().toLowerCase(Locale.ROOT), type, data, "News of a work order", headers));
        for (var kind : ActionKind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            add(actions, name, message(kind.type(), kind.summary(), event(name, kind.type(), kind.data(), UNITS_ID)));
        }
        outcome("accepted", ActionOutcome.ACCEPTED, ActionOutcome.Accepted.class, "What the unit asked for was done");
        outcome("refused", ActionOutcome.REFUSED, ActionOutcome.Refused.class, "It was not; the problem says why");
    }

    private void toUnit(String name, String type, Class<?> data, String summary, Map<String, Object> headers) {
        var payload = event(name, type, data);
        add(workOrders, name, message(type, summary, payload));
        var call = new LinkedHashMap<>(message(type, summary, payload));
        call.put("headers", headers);
        add(calls, name + "Call", call);
    }

    private void outcome(String name, String type, Class<?> data, String summary) {
        add(outcomes, name, message(type, summary, event(name, type, data)));
    }

    private void add(Map<String, Object> channel, String name, Map<String, Object> message) {
        messages.put(name, message);
        channel.put(name, Map.of("$ref", "#/components/messages/" + name));
    }

    private static Map<String, Object> message(String type, String summary, Map<String, Object> payload) {
        return Map.of("name", type, "summary", summary, "contentType", CloudEvent.MEDIA_TYPE, "payload", payload);
    }

    private Map<String, Object> event(String name, String type, Class<?> data) {
        return event(name, type, data, HUBS_ID);
    }

    /** The envelope with its own type and data. */
    private Map<String, Object> event(String name, String type, Class<?> data, Map<String, Object> id) {
        var attributes = Map.of(
                "specversion",
                Map.<String, Object>of("const", "1.0"),
                "id",
                id,
                "type",
                Map.<String, Object>of("const", type),
                "data",
                schemas.reference(data));
        var envelope = schemas.envelope(CloudEvent.class, attributes, NEEDED);
        return schemas.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Event", envelope);
    }

    private static Map<String, Object> webhookHeaders() {
        var text = Map.of("type", "string");
        return Map.of(
                "type",
                "object",
                "description",
                "Standard Webhooks 1.0.0: check the signature over id.timestamp.body with your secret",
                "properties",
                Map.of("webhook-id", text, "webhook-timestamp", text, "webhook-signature", text),
                "required",
                List.of("webhook-id", "webhook-timestamp", "webhook-signature"));
    }

    Map<String, Object> all() {
        return messages;
    }

    Map<String, Object> schemas() {
        return schemas.all();
    }

    /** On the queue of a unit's work orders. */
    Map<String, Object> workOrders() {
        return workOrders;
    }

    /** To a unit's endpoint. */
    Map<String, Object> calls() {
        return calls;
    }

    Map<String, Object> actions() {
        return actions;
    }

    Map<String, Object> outcomes() {
        return outcomes;
    }
}
