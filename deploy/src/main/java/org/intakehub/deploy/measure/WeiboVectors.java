package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.intakehub.core.channel.IntakeMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes of Weibo's message platform with their signatures, and its checks of the address. */
final class WeiboVectors {
    private static final String CHANNEL = "weibo";
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private final Tally all = new Tally("pushes");
    private final Set<String> keys = new HashSet<>();

    String measure(Path folder) throws IOException {
        System.out.println(CHANNEL + (Channel.isBuilt(CHANNEL) ? "" : ": this build has no adapter for it"));
        for (var vector : JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("push.json")))) {
            all.add(vector.path("id").asString(""), isRight(vector));
        }
        System.out.println(all);
        return all.fraction();
    }

    private boolean isRight(JsonNode vector) {
        var settings =
                Map.of("app-secret", vector.path("app_secret").asString(""), "access-token", "measured-access-token");
        var channel = Channel.with(CHANNEL, settings);
        return channel.isPresent()
                && (vector.has("body") ? isTaken(channel.get(), vector) : isEchoed(channel.get(), vector));
    }

    private static boolean isEchoed(Channel channel, JsonNode vector) {
        var query = query(vector);
        var echo = vector.path("echostr").asString("");
        query.put("echostr", echo);
        var outcome = channel.get("webhook", query, at(vector));
        return vector.path("expect").asString("").contains("not echoed")
                ? Channel.isRefused(outcome)
                : Channel.echoes(outcome, echo);
    }

    private boolean isTaken(Channel channel, JsonNode vector) {
        var expected = vector.path("expect").asString("");
        var body = vector.path("body").isString()
                ? vector.path("body").stringValue()
                : vector.path("body").toString();
        var outcome = channel.post("webhook", query(vector), JSON, body, at(vector));
        if (isRefusal(expected)) {
            return Channel.isRefused(outcome);
        }
        var messages = channel.read(outcome);
        if (messages.size() != 1 || !new Kept(messages.get(0)).holdsAll(told(vector.path("body")))) {
            return false;
        }
        var isNew = keys.add(messages.get(0).key().value());
        return expected.contains("replay window")
                ? isHarmless(channel, vector, body, isNew)
                : isJudged(expected, messages.get(0), isNew);
    }

    private static boolean isRefusal(String expected) {
        return List.of("reject", "refus", "invalid", "bad signature").stream().anyMatch(expected::contains);
    }

    /** What has a place of its own in the model, the time, is compared there. */
    private static JsonNode told(JsonNode body) {
        return body.isObject() ? JsonMapper.shared().<JsonNode>valueToTree(without(body)) : body;
    }

    private static Map<String, JsonNode> without(JsonNode body) {
        var told = new TreeMap<String, JsonNode>();
        body.properties().forEach(field -> {
            if (!field.getKey().equals("created_at")) {
                told.put(field.getKey(), field.getValue());
            }
        });
        return told;
    }

    private static boolean isJudged(String expected, IntakeMessage message, boolean isNew) {
        var isParked = message.automaticReason().isPresent();
        if (expected.equals("no second case")) {
            return !isNew;
        }
        if (expected.startsWith("no case") || expected.equals("menu action") || expected.contains("ignore")) {
            return isParked;
        }
        if (expected.startsWith("attachment")) {
            return !isParked && !message.attachments().isEmpty();
        }
        return !isParked;
    }

    /** A genuine call that is played again is the same message, and days later no message. */
    private static boolean isHarmless(Channel channel, JsonNode vector, String body, boolean isNew) {
        var late = at(vector).plus(Duration.ofDays(3));
        return !isNew || Channel.isRefused(channel.post("webhook", query(vector), JSON, body, late));
    }

    private static Map<String, String> query(JsonNode vector) {
        var query = new TreeMap<String, String>();
        for (var name : List.of("signature", "timestamp", "nonce")) {
            query.put(name, vector.path(name).asString(""));
        }
        return query;
    }

    private static Instant at(JsonNode vector) {
        var time = vector.path("timestamp").asString("");
        var number = Long.parseLong(time);
        return time.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
}
