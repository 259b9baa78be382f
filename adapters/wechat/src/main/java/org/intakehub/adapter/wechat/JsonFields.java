package org.intakehub.adapter.wechat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.intakehub.core.channel.MalformedMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of mini-program pushes and of the API's answers. */
final class JsonFields {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(16).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFields() {}

    static Map<String, String> read(String json) {
        var fields = new LinkedHashMap<String, String>();
        flatten("", object(json), fields);
        return fields;
    }

    /** @throws MalformedMessage unless the text is one JSON object */
    static JsonNode object(String json) {
        try {
            var node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // the cause would quote what it stumbled over
            throw new MalformedMessage("the JSON is not well-formed");
        }
        throw new MalformedMessage("the JSON is no object");
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> fields) {
        object.properties().forEach(property -> put(prefix + property.getKey(), property.getValue(), fields));
    }

    private static void put(String name, JsonNode value, Map<String, String> fields) {
        if (value.isObject()) {
            flatten(name + ".", value, fields);
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                put(value.size() == 1 ? name : name + "[" + i + "]", value.get(i), fields);
            }
        } else if (!value.isNull()) {
            fields.put(name, value.isString() ? value.stringValue() : value.toString());
        }
    }
}
