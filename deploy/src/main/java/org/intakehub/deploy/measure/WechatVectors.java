package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.intakehub.core.channel.IntakeMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes of official accounts, plain and encrypted, and vectors of their cryptography. */
final class WechatVectors {
    private static final String CHANNEL = "wechat";
    private static final String TOKEN = "measured-token";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String TIME = "1785000000";
    private static final String NONCE = "nonce";
    private static final Map<String, String> XML = Map.of("content-type", "text/xml");
    private static final Set<String> CITIZENS =
            Set.of("text", "image", "voice", "video", "shortvideo", "location", "link", "miniprogrampage");

    private final Tally pushes = new Tally("pushes");
    private final Tally crypto = new Tally("cryptography");
    private final Tally all = new Tally(CHANNEL);

    String measure(Path folder) throws IOException {
        System.out.println(CHANNEL + (Channel.isBuilt(CHANNEL) ? "" : ": this build has no adapter for it"));
        try (var lines = Files.lines(folder.resolve("push.jsonl"))) {
            lines.filter(line -> !line.isBlank())
                    .map(JsonMapper.shared()::readTree)
                    .forEach(vector -> {
                        var id = vector.path("id").asString("");
                        var encrypted = vector.path("fields").path("Encrypt").asString("");
                        var right = encrypted.isEmpty() ? isRead(vector) : isOnlyTakenSigned(vector, encrypted);
                        all.add(id, pushes.add(id, right));
                    });
        }
        for (var vector : JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("crypto.json")))) {
            var id = vector.path("id").asString("");
            all.add(id, crypto.add(id, isOpened(vector)));
        }
        System.out.println(pushes + "\n" + crypto);
        return all.fraction();
    }

    /** Every field stays, a citizen's message is a matter, and an event is not. */
    private static boolean isRead(JsonNode vector) {
        var channel = Channel.with(CHANNEL, settings("wx-measured", TOKEN, ""));
        if (channel.isEmpty()) {
            return false;
        }
        var query = query(Sorted.sha1(TOKEN, TIME, NONCE), TIME, NONCE);
        var outcome =
                channel.get().post("webhook", query, XML, vector.path("xml").asString(""), at(TIME));
        var messages = channel.get().read(outcome);
        return messages.size() == 1
                && new Kept(messages.get(0)).holdsAll(vector.path("fields"))
                && isJudged(vector.path("fields"), messages.get(0));
    }

    private static boolean isJudged(JsonNode fields, IntakeMessage message) {
        var type = fields.path("MsgType").asString("");
        if (type.equals("event")) {
            return message.automaticReason().isPresent();
        }
        var isCitizens = CITIZENS.contains(type) && fields.has("FromUserName") && fields.has("CreateTime");
        return isCitizens == message.automaticReason().isEmpty();
    }

    /** What is encrypted for nobody that we know is taken in with a signature over it, and not without; it is kept unread. */
    private static boolean isOnlyTakenSigned(JsonNode vector, String encrypted) {
        var channel = Channel.with(CHANNEL, settings("wx-measured", TOKEN, KEY));
        if (channel.isEmpty()) {
            return false;
        }
        var body = vector.path("xml").asString("");
        var signed = encrypted(TOKEN, TIME, NONCE, Sorted.sha1(TOKEN, TIME, NONCE, encrypted));
        var forged = encrypted(TOKEN, TIME, NONCE, Sorted.sha1(TOKEN, TIME, NONCE, encrypted + "="));
        return Channel.isAccepted(channel.get().post("webhook", signed, XML, body, at(TIME)))
                && Channel.isRefused(channel.get().post("webhook", forged, XML, body, at(TIME)));
    }

    private static boolean isOpened(JsonNode vector) {
        var token = vector.path("token").asString("");
        var channel = Channel.with(
                CHANNEL,
                settings(
                        vector.path("appid").asString(""),
                        token,
                        vector.path("aes_key").asString("")));
        if (channel.isEmpty()) {
            return false;
        }
        var cipher = vector.path("ciphertext").asString("");
        var time = vector.path("timestamp").asString(TIME);
        var nonce = vector.path("nonce").asString(NONCE);
        var signature = vector.path("msg_signature").asString(Sorted.sha1(token, time, nonce, cipher));
        var query = encrypted(token, time, nonce, signature);
        var wanted = vector.path("expect").asString("").equals("ok");
        if (!vector.path("op").asString("").equals("message")) {
            query.put("echostr", cipher);
            var outcome = channel.get().get("webhook", query, at(time));
            return wanted ? Channel.echoes(outcome, vector.path("plaintext").asString("")) : Channel.isRefused(outcome);
        }
        var body =
                "<xml><ToUserName><![CDATA[measured]]></ToUserName><Encrypt><![CDATA[" + cipher + "]]></Encrypt></xml>";
        var outcome = channel.get().post("webhook", query, XML, body, at(time));
        var messages = channel.get().read(outcome);
        // a wrong key or account shows only in what is encrypted
        return wanted ? !messages.isEmpty() : messages.isEmpty();
    }

    private static Map<String, String> settings(String appId, String token, String key) {
        var settings = new TreeMap<>(Map.of("app-id", appId, "app-secret", "measured-secret", "token", token));
        if (!key.isEmpty()) {
            settings.put("encoding-aes-key", key);
        }
        return settings;
    }

    private static Map<String, String> query(String signature, String time, String nonce) {
        return new TreeMap<>(Map.of("signature", signature, "timestamp", time, "nonce", nonce));
    }

    private static Map<String, String> encrypted(String token, String time, String nonce, String signature) {
        var query = query(Sorted.sha1(token, time, nonce), time, nonce);
        query.put("encrypt_type", "aes");
        query.put("msg_signature", signature);
        return query;
    }

    private static Instant at(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }
}
