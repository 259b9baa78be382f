package org.intakehub.adapter.weibo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the platform's JSON strictly, and its numbers exactly. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** @throws MalformedMessage unless it is JSON in UTF-8 */
    static JsonNode read(Payload body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString();
            return MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("not UTF-8");
        } catch (JacksonException e) {
            // the cause would quote what it stumbled over
            throw new MalformedMessage("the JSON is not well-formed");
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A text, or a number as it is written. */
    static Optional<String> value(JsonNode object, String field) {
        var value = object.path(field);
        if (value.isString()) {
            return Optional.of(value.stringValue()).filter(text -> !text.isBlank());
        }
        return value.isNumber() ? Optional.of(value.asString()) : Optional.empty();
    }

    /** An id: digits, as a number or a text. */
    static Optional<String> id(JsonNode object, String field) {
        return value(object, field).filter(id -> id.matches("[0-9]{1,19}"));
    }

    /** Every value of the object and of the objects in it, named {@code outer.inner}; lists as they are written. */
    static Map<String, String> flat(JsonNode object) {
        var flat = new LinkedHashMap<String, String>();
        flatten("", object, flat);
        return flat;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> flat) {
        object.properties().forEach(property -> {
            var value = property.getValue();
            var name = prefix + property.getKey();
            if (value.isObject()) {
                flatten(name + ".", value, flat);
            } else if (!value.isNull()) {
                flat.put(name, value.isString() ? value.stringValue() : value.toString());
            }
        });
    }
}
