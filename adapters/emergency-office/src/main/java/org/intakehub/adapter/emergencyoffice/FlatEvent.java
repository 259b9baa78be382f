package org.intakehub.adapter.emergencyoffice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The flat object of one hand-over: its fields as text, each once; remembers which of them were used. */
final class FlatEvent {
    private static final String NUMBER = "eventId";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SortedMap<String, String> fields;
    private final TreeSet<String> used = new TreeSet<>();

    private FlatEvent(SortedMap<String, String> fields) {
        this.fields = fields;
    }

    /** @throws MalformedMessage if the bytes are no JSON object in UTF-8, or name no event */
    static FlatEvent read(Payload body) {
        var fields = new TreeMap<String, String>();
        tree(body)
                .properties()
                .forEach(field -> value(field.getValue()).ifPresent(value -> fields.put(clean(field.getKey()), value)));
        if (!fields.containsKey(NUMBER)) {
            throw new MalformedMessage("the event has no " + NUMBER);
        }
        return new FlatEvent(fields);
    }

    private static JsonNode tree(Payload body) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.bytes()));
            var node = JSON.readTree(text.toString().replaceFirst("^\uFEFF", ""));
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

    private static Optional<String> value(JsonNode node) {
        var text = node.isNull() ? "" : clean(node.isValueNode() ? node.asString() : node.toString());
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    // the database stores neither a NUL nor half a character
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}", "")
                .strip();
    }

    /** The field's text, which stays among the rest. */
    Optional<String> peek(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The field's text, which then counts as used. */
    Optional<String> take(String name) {
        used.add(name);
        return peek(name);
    }

    /** The field's text on one line. */
    Optional<String> line(String name) {
        return take(name).map(text -> text.replaceAll("\\s*\\n\\s*", " "));
    }

    /** The event's number at the office. */
    String number() {
        return line(NUMBER).orElseThrow();
    }

    /** The same for the same fields, however they are arranged. */
    MessageKey key() {
        var content = new StringBuilder();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            content.append(field.getKey())
                    .append('\u001f')
                    .append(field.getValue())
                    .append('\u001e');
        }
        var digest = Payload.of(content.toString(), StandardCharsets.UTF_8).sha256();
        return MessageKey.of(number(), digest.substring(0, 32));
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
