package org.intakehub.adapter.standardwebhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;

/** A partner that signs with v1, written apart from the code that verifies. */
record Partner(Secret secret) {
    static final SourceId SOURCE = new SourceId("contract-source");
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    static final Partner FIRST = new Partner(secret("the first secret of a partner"));
    static final Partner SECOND = new Partner(secret("the second secret of a partner"));

    static Secret secret(String words) {
        return new Secret("whsec_" + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
    }

    String signature(String id, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.value().replace("whsec_", "")), "HmacSHA256"));
            var signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Request call(String id, Instant at, Map<String, String> headers, Payload body) {
        var timestamp = String.valueOf(at.getEpochSecond());
        var all = new TreeMap<>(headers);
        all.put("webhook-id", id);
        all.put("webhook-timestamp", timestamp);
        all.put("webhook-signature", signature(id, timestamp, body.text(StandardCharsets.UTF_8)));
        return request("POST", all, body, at);
    }

    /** A call with plain JSON. */
    Request json(String body) {
        return call("msg_1", NOW, Map.of("content-type", "application/json"), Payload.of(body, StandardCharsets.UTF_8));
    }

    static Request request(String method, Map<String, String> headers, Payload body, Instant at) {
        var lists = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Request(SOURCE, method, "webhook", Map.of(), lists, body, at);
    }
}
