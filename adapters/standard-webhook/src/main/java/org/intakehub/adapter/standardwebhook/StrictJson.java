package org.intakehub.adapter.standardwebhook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON in UTF-8 that means one thing only: no name twice, no half characters, no NUL, nothing after the end. */
final class StrictJson {
    private static final int DEEPEST = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @throws MalformedMessage with a place, never with a part of the text */
    static JsonNode read(Payload body) {
        try {
            var node = JSON.readTree(text(body));
            check(node);
            return node;
        } catch (JacksonException e) {
            // its message quotes the text, so only the place is taken over
            var at = e.getLocation();
            throw new MalformedMessage(
                    at == null
                            ? "the body is not JSON"
                            : "the body is not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    private static String text(Payload body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("the body is not UTF-8");
        }
    }

    private static void check(JsonNode node) {
        if (node.isString()) {
            check(node.stringValue());
        }
        node.properties().forEach(property -> {
            check(property.getKey());
            check(property.getValue());
        });
        if (node.isArray()) {
            node.forEach(StrictJson::check);
        }
    }

    // the database cannot store either
    private static void check(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0) {
                throw new MalformedMessage("the body holds a NUL character");
            }
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                throw new MalformedMessage("the body holds half of a surrogate pair");
            }
        }
    }
}
