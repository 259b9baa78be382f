package org.intakehub.adapter.webform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An entry as it lies in the archive: one JSON object in UTF-8, its files in base 64. */
final class EntryJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String CONTROL = "[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}";

    private EntryJson() {}

    static Payload write(FormEntry entry) {
        var root = JSON.createObjectNode();
        root.put("key", entry.key());
        root.put("title", entry.title());
        root.put("text", entry.text());
        entry.citizen().name().ifPresent(name -> root.put("name", name));
        entry.citizen().phones().stream().findFirst().ifPresent(phone -> root.put("phone", phone));
        entry.address().ifPresent(address -> root.put("address", address));
        entry.appealType().ifPresent(type -> root.put("appealType", type));
        root.put("confidential", entry.isConfidential());
        var files = root.putArray("files");
        for (var file : entry.attachments()) {
            files.addObject()
                    .put("name", file.name())
                    .put("type", file.declaredType())
                    .put("content", file.content().bytes());
        }
        return Payload.of(JSON.writeValueAsBytes(root));
    }

    /** @throws MalformedMessage if the bytes are not what {@link #write} made */
    static FormEntry read(Payload body) {
        var root = tree(body);
        var key = line(root, "key").orElse("");
        if (key.isEmpty() || key.length() > 100) {
            throw new MalformedMessage("the entry has no key");
        }
        return new FormEntry(
                key,
                line(root, "title").orElse(""),
                text(root, "text").orElse(""),
                citizen(line(root, "name"), line(root, "phone")),
                line(root, "address"),
                line(root, "appealType"),
                root.path("confidential").asBoolean(false),
                files(root.path("files")),
                Map.of());
    }

    private static JsonNode tree(Payload body) {
        try {
            var node = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString());
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("the entry is not UTF-8");
        } catch (JacksonException e) {
            // its message quotes the text
            throw new MalformedMessage("the entry is no JSON");
        }
        throw new MalformedMessage("the entry is no JSON object");
    }

    private static Citizen citizen(Optional<String> name, Optional<String> phone) {
        return new Citizen(
                name,
                Optional.empty(),
                phone.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                name.isEmpty() && phone.isEmpty(),
                phone);
    }

    private static List<Attachment.Inline> files(JsonNode array) {
        var files = new ArrayList<Attachment.Inline>();
        for (var file : array) {
            try {
                var content = Payload.of(file.path("content").binaryValue());
                var name = line(file, "name").orElse("");
                files.add(new Attachment.Inline(name, line(file, "type").orElse(""), content, false));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new MalformedMessage("a file of the entry is not base 64");
            }
        }
        return files;
    }

    private static Optional<String> line(JsonNode node, String field) {
        return text(node, field).map(text -> text.replaceAll("\\s+", " ").strip());
    }

    /** As it was typed, but for control characters. */
    private static Optional<String> text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString()
                ? Optional.of(value.asString().replace("\r\n", "\n").replaceAll(CONTROL, ""))
                        .filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
