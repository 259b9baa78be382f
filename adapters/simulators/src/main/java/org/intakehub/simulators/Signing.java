package org.intakehub.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Secret;

/** Signs calls after Standard Webhooks 1.0.0, scheme v1: HMAC-SHA256 over {@code id.timestamp.body}. */
public final class Signing {
    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    /** @param secret base64 behind {@code whsec_} */
    public Signing(Secret secret) {
        var text = secret.value();
        var base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        key = new SecretKeySpec(Base64.getDecoder().decode(base64), "HmacSHA256");
    }

    /** A new random secret of 32 bytes. */
    public static Secret newSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** All headers of the call as it goes out at that time. */
    public Map<String, String> headers(Push push, Instant at) {
        var headers = new LinkedHashMap<>(push.headers());
        headers.put("webhook-id", push.id());
        headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        headers.put("webhook-signature", "v1," + signature(push, at));
        return headers;
    }

    private String signature(Push push, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((push.id() + "." + at.getEpochSecond() + ".").getBytes(UTF_8));
            mac.update(push.body().bytes());
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
