package org.intakehub.adapter.standardwebhook;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.JsonNode;

/**
 * An event of CloudEvents 1.0 whose data is JSON.
 *
 * @param attributes all context attributes, extensions among them, without the data
 */
record CloudEvent(Map<String, String> attributes, JsonNode data) {
    /** What each attribute's header begins with in binary mode. */
    static final String HEADER = "ce-";

    private static final List<String> REQUIRED = List.of("id", "source", "specversion", "type");

    private static final List<String> CONTENT = List.of("data", "data_base64");

    CloudEvent {
        for (var name : REQUIRED) {
            if (attributes.getOrDefault(name, "").isBlank()) {
                throw new MalformedMessage("the event has no " + name);
            }
        }
        if (!"1.0".equals(attributes.get("specversion"))) {
            throw new MalformedMessage("the event's specversion is not 1.0");
        }
        attributes = Map.copyOf(attributes);
    }

    static List<CloudEvent> batch(JsonNode content) {
        if (!content.isArray()) {
            throw new MalformedMessage("a batch is a JSON array");
        }
        return content.valueStream().map(CloudEvent::structured).toList();
    }

    static CloudEvent structured(JsonNode content) {
        if (!content.isObject()) {
            throw new MalformedMessage("an event is a JSON object");
        }
        var attributes = new TreeMap<String, String>();
        content.properties().forEach(property -> {
            var value = property.getValue();
            if (value.isValueNode() && !value.isNull() && !CONTENT.contains(property.getKey())) {
                attributes.put(property.getKey(), value.asString());
            }
        });
        return new CloudEvent(attributes, data(content));
    }

    /** The body is the data, the headers are the attributes. */
    static CloudEvent binary(Map<String, String> headers, JsonNode content) {
        var attributes = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (name.startsWith(HEADER)) {
                attributes.put(name.substring(HEADER.length()), HeaderText.decoded(value));
            }
        });
        return new CloudEvent(attributes, content);
    }

    /** Source and id: what makes two events the same one. */
    MessageKey key() {
        // the bar that joins the two must not stand in the first
        return MessageKey.of(attribute("source").replace("|", "%7C"), attribute("id"));
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    private static JsonNode data(JsonNode content) {
        var base64 = content.get("data_base64");
        var data = content.get("data");
        if (base64 == null || base64.isNull()) {
            if (data == null) {
                throw new MalformedMessage("the event has no data");
            }
            return data;
        }
        if ((data != null && !data.isNull()) || !base64.isString()) {
            throw new MalformedMessage("an event has either data or data_base64, which is a string");
        }
        try {
            return StrictJson.read(Payload.of(Base64.getDecoder().decode(base64.stringValue())));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("data_base64 is not base64");
        }
    }
}
