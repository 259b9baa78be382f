package org.intakehub.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.citrusframework.http.message.HttpMessage;

/**
 * A platform that pushes what its citizens say, signed after Standard Webhooks 1.0.0.
 *
 * @param source its name at the hub
 */
record Partner(String source, byte[] key) {
    static Partner named(String source) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Partner(source, key);
    }

    /** What the hub has to be told of it. */
    Map<String, String> settings() {
        var prefix = "intake.sources." + source + ".";
        return Map.of(
                prefix + "channel",
                "standard-webhook",
                prefix + "secrets[0]",
                "whsec_" + Base64.getEncoder().encodeToString(key));
    }

    String path() {
        return "/channels/" + source + "/webhook";
    }

    static String freshId() {
        return "msg_" + UUID.randomUUID();
    }

    HttpMessage signed(String id, String body) {
        return signed(id, body, Instant.now());
    }

    HttpMessage signed(String id, String body, Instant at) {
        return unsigned(body)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", "v1," + signature(id + "." + at.getEpochSecond() + "." + body));
    }

    static HttpMessage unsigned(String body) {
        return new HttpMessage(body).contentType("application/json;charset=UTF-8");
    }

    private String signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
