package org.intakehub.gateway.asyncapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intakehub.gateway.outbox.CloudEvent;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.routes.stage.Queues;
import org.springframework.stereotype.Component;

/** The description of queues and webhooks after AsyncAPI 3.0. */
@Component
class AsyncApiDocument {
    private static final List<Map<String, Object>> QUEUE_SERVERS =
            List.of(reference("servers/amqp"), reference("servers/stomp"), reference("servers/mqtt"));

    private final Map<String, Object> document;

    AsyncApiDocument(HubSettings settings) {
        var messages = new Messages();
        document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Intake Hub: queues and webhooks of units",
                        "version",
                        "v1",
                        "description",
                        "How a unit takes its work orders and works them off without a page. Each unit has three addresses of its own"
                                + " at the broker and, if it wants, an endpoint. Every message is a CloudEvent in structured mode; one"
                                + " with an id that was seen before is a repetition."));
        document.put("defaultContentType", CloudEvent.MEDIA_TYPE);
        document.put("servers", servers(settings));
        document.put("channels", channels(messages));
        document.put("operations", operations());
        document.put(
                "components",
                Map.of(
                        "schemas",
                        messages.schemas(),
                        "messages",
                        messages.all(),
                        "securitySchemes",
                        Map.of(
                                "unit",
                                Map.of(
                                        "type",
                                        "userPassword",
                                        "description",
                                        "The unit's code and its password at the broker"))));
    }

    Map<String, Object> document() {
        return document;
    }

    private static Map<String, Object> servers(HubSettings settings) {
        var port = settings.broker().port();
        var address = settings.broker().host() + ":" + (port == 0 ? 61616 : port);
        return Map.of(
                "amqp", broker(address, "amqp1", "1.0.0", "AMQP 1.0; send with 'durable'"),
                "stomp", broker(address, "stomp", "1.2", "STOMP 1.2; send with 'persistent:true'"),
                "mqtt", broker(address, "mqtt", "5", "MQTT 5 or 3.1.1 with QoS 1; addresses have slashes for dots"),
                "endpoint",
                        Map.of(
                                "host",
                                "{endpoint}",
                                "protocol",
                                "https",
                                "description",
                                "The unit's own endpoint, as the settings name it",
                                "variables",
                                Map.of("endpoint", Map.of("description", "The unit's host"))));
    }

    private static Map<String, Object> broker(String address, String protocol, String version, String description) {
        return Map.of(
                "host",
                "{broker}",
                "protocol",
                protocol,
                "protocolVersion",
                version,
                "description",
                description,
                "variables",
                Map.of("broker", Map.of("default", address, "description", "Host and port of the broker")),
                "security",
                List.of(reference("components/securitySchemes/unit")));
    }

    private static Map<String, Object> channels(Messages messages) {
        var webhook = new LinkedHashMap<String, Object>();
        webhook.put("address", null);
        webhook.put(
                "description", "Every event of a unit, sent to its endpoint as well and tried again for three days");
        webhook.put("servers", List.of(reference("servers/endpoint")));
        webhook.put("messages", messages.calls());
        return Map.of(
                "workOrders",
                queue(
                        Queues.workOrders("{unit}"),
                        "Work orders, and news of them; the unit reads",
                        messages.workOrders()),
                "actions",
                queue(
                        Queues.actions("{unit}"),
                        "What the unit does with its work orders; the unit sends",
                        messages.actions()),
                "outcomes",
                queue(Queues.outcomes("{unit}"), "What came of each action; the unit reads", messages.outcomes()),
                "webhook",
                webhook);
    }

    private static Map<String, Object> queue(String address, String description, Map<String, Object> messages) {
        return Map.of(
                "address",
                address,
                "description",
                description,
                "servers",
                QUEUE_SERVERS,
                "parameters",
                Map.of("unit", Map.of("description", "Code of the unit, such as gongshui")),
                "messages",
                messages);
    }

    private static Map<String, Object> operations() {
        return Map.of(
                "sendWorkOrder", operation("send", "workOrders"),
                "sendOutcome", operation("send", "outcomes"),
                "callWebhook", operation("send", "webhook"),
                "takeAction",
                        Map.of(
                                "action",
                                "receive",
                                "channel",
                                reference("channels/actions"),
                                "reply",
                                Map.of("channel", reference("channels/outcomes"))));
    }

    private static Map<String, Object> operation(String action, String channel) {
        return Map.of("action", action, "channel", reference("channels/" + channel));
    }

    private static Map<String, Object> reference(String path) {
        return Map.of("$ref", "#/" + path);
    }
}
