package org.intakehub.gateway.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.intakehub.core.channel.Payload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CloudEvents 1.0 in structured mode, whatever protocol brought them. */
@Component
class ActionReader {
    private static final int LARGEST = 256 * 1024;
    private static final int LONGEST_ID = 200;

    private final JsonMapper mapper;

    ActionReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws UnreadableAction if it is no CloudEvent, or none that the hub knows */
    ReceivedAction read(Payload body) {
        if (body.size() > LARGEST) {
            throw new UnreadableAction("", "a message has at most " + LARGEST + " bytes");
        }
        var event = tree(body);
        var id = event.path("id").asString("");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new UnreadableAction("", "the id is missing, or longer than " + LONGEST_ID);
        }
        if (!"1.0".equals(event.path("specversion").asString(""))) {
            throw new UnreadableAction(id, "specversion is not 1.0");
        }
        var kind = ActionKind.of(event.path("type").asString(""))
                .orElseThrow(() -> new UnreadableAction(id, "the hub knows no action of that type"));
        return new ReceivedAction(id, digest(body), data(id, kind, event.path("data")));
    }

    private JsonNode tree(Payload body) {
        try {
            var event = mapper.readTree(body.text(StandardCharsets.UTF_8));
            if (event.isObject()) {
                return event;
            }
        } catch (JacksonException e) {
            throw new UnreadableAction("", "the message is not JSON");
        }
        throw new UnreadableAction("", "the message is not a JSON object");
    }

    private Action data(String id, ActionKind kind, JsonNode data) {
        for (var component : kind.data().getRecordComponents()) {
            var isNeeded = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (isNeeded && !data.hasNonNull(component.getName())) {
                throw new UnreadableAction(id, "data lacks " + component.getName());
            }
        }
        try {
            return mapper.treeToValue(data, kind.data());
        } catch (JacksonException e) {
            throw new UnreadableAction(id, "data is not what its type asks for");
        }
    }

    private static String digest(Payload body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
