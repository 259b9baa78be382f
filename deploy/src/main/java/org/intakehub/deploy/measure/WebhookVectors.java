package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.Push;
import org.intakehub.simulators.Signing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls after Standard Webhooks, genuine and forged; messages after CloudEvents, in two modes each. */
final class WebhookVectors {
    private static final Instant NOW = Instant.parse("2026-07-25T18:00:00Z");

    private final Tally signatures = new Tally("signatures");
    private final Tally events = new Tally("events");
    private final Tally all = new Tally("webhooks");

    String measure(Path folder) throws IOException {
        for (var vector : JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("standard-webhooks.json")))) {
            var id = vector.path("id").asString("");
            all.add(id, signatures.add(id, isRight(vector)));
        }
        for (var vector : JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("cloudevents.json")))) {
            for (var mode : vector.properties()) {
                var id = mode.getKey() + "-" + (all.size() + 1);
                all.add(id, events.add(id, isRead(mode.getValue())));
            }
        }
        System.out.println("webhooks\n" + signatures + "\n" + events);
        return all.fraction();
    }

    /** A genuine call is taken in, with its title if it has one; any other is refused. */
    private static boolean isRight(JsonNode vector) {
        var channel = Channel.with(
                "standard-webhook", Map.of("secrets[0]", vector.path("secret").asString("")));
        var genuine = vector.path("expect").asString("").startsWith("valid");
        if (channel.isEmpty()) {
            return !genuine;
        }
        var headers = new TreeMap<>(Map.of("content-type", "application/json"));
        headers.put("webhook-id", vector.path("msg_id").asString(""));
        headers.put("webhook-timestamp", vector.path("timestamp").asString(""));
        headers.put("webhook-signature", vector.path("signature").asString(""));
        var payload = vector.path("payload").asString("");
        var at = Instant.ofEpochSecond(vector.path("verify_time").asLong(0));
        var outcome = channel.get().post("webhook", Map.of(), headers, payload, at);
        if (!genuine) {
            return Channel.isRefused(outcome);
        }
        var title = title(payload);
        return Channel.isAccepted(outcome)
                && (title.isEmpty()
                        || channel.get().read(outcome).stream()
                                .anyMatch(message -> Texts.sameLine(title, message.title())));
    }

    private static String title(String payload) {
        try {
            var body = JsonMapper.shared().readTree(payload);
            return body.path("data").path("title").asString(body.path("title").asString(""));
        } catch (JacksonException e) {
            return "";
        }
    }

    /** Signed by a partner of ours, an event is one message under its source and id. */
    private static boolean isRead(JsonNode event) {
        var secret = Signing.newSecret();
        var channel = Channel.with("standard-webhook", Map.of("secrets[0]", secret.value()));
        var headers = new TreeMap<String, String>();
        event.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        var body = event.path("body").asString("");
        var signed = signed(secret, headers, body);
        var expected = JsonMapper.shared().readTree(body);
        var attributes =
                expected.has("specversion") ? expected : JsonMapper.shared().valueToTree(headers);
        var prefix = expected.has("specversion") ? "" : "ce-";
        var key = attributes.path(prefix + "source").asString("") + "|"
                + attributes.path(prefix + "id").asString("");
        return channel.stream()
                        .flatMap(one -> one.read(one.post("webhook", Map.of(), signed, body, NOW)).stream())
                        .filter(message -> message.key().value().equals(key))
                        .filter(message -> Texts.sameLine(title(body), message.title()))
                        .count()
                == 1;
    }

    private static Map<String, String> signed(Secret secret, Map<String, String> headers, String body) {
        var push = new Push("measured", headers, Payload.of(body, StandardCharsets.UTF_8));
        return new Signing(secret).headers(push, NOW);
    }
}
