package org.intakehub.adapter.telephone;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event of a call in any of the shapes that switches send, with its fields as text; what nobody took is left for the extras. */
final class CallEvent {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SortedMap<String, String> fields = new TreeMap<>();
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final TreeSet<String> used = new TreeSet<>();

    private CallEvent() {}

    /** @throws MalformedMessage if the bytes are no JSON object in UTF-8 */
    static CallEvent read(Payload body) {
        var event = new CallEvent();
        tree(body).properties().forEach(field -> {
            var value = field.getValue();
            var text = value.isNull() ? "" : clean(value.isValueNode() ? value.asString() : value.toString());
            if (!text.isEmpty()) {
                event.fields.put(clean(field.getKey()), text);
                event.texts.put(clean(field.getKey()), typed(value.isValueNode() ? value.asString() : text));
            }
        });
        return event;
    }

    private static JsonNode tree(Payload body) {
        try {
            var node = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString());
            if (!node.isObject()) {
                throw new MalformedMessage("the body is no JSON object");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("the body is not UTF-8");
        } catch (JacksonException e) {
            // its message quotes the text
            throw new MalformedMessage("the body is not JSON");
        }
    }

    // the database stores neither a NUL nor half a character
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}]|\\p{Cs}", "").strip();
    }

    private static String typed(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}", "")
                .strip();
    }

    /** The first of the fields that is there; it then counts as used. */
    Optional<String> take(String... names) {
        for (var name : names) {
            if (fields.containsKey(name)) {
                used.add(name);
                return Optional.ofNullable(fields.get(name));
            }
        }
        return Optional.empty();
    }

    /** The first of the fields that is there; it stays among the rest. */
    Optional<String> peek(String... names) {
        for (var name : names) {
            if (fields.containsKey(name)) {
                return Optional.ofNullable(fields.get(name));
            }
        }
        return Optional.empty();
    }

    /** The field as it was typed, over several lines; it then counts as used. */
    Optional<String> takeText(String name) {
        used.add(name);
        return Optional.ofNullable(texts.get(name));
    }

    /** Gives every field that was not used to the message, under its own name. */
    void leaveRest(IntakeMessage.Builder message) {
        fields.forEach((name, value) -> {
            if (!used.contains(name)) {
                message.extra(name, value);
            }
        });
    }
}
