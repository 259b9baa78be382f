package org.intakehub.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Secret;

/** Signs calls after Standard Webhooks 1.0.0, scheme v1: HMAC-SHA256 over {@code id.timestamp.body}, once with each secret in force. */
final class Signatures {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private Signatures() {}

    /** @throws IllegalArgumentException if one of them cannot be a secret, without telling it */
    static void check(List<Secret> secrets) {
        for (var secret : secrets) {
            var key = key(secret);
            if (key.length < SHORTEST || key.length > LONGEST) {
                throw new IllegalArgumentException("each of webhook.secrets is base64 of 24 to 64 bytes");
            }
        }
    }

    /** What the header {@code webhook-signature} holds. */
    static String header(List<Secret> secrets, String id, Instant at, byte[] body) {
        var before = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(code(secret, before, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] code(Secret secret, byte[] before, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            mac.update(before);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] key(Secret secret) {
        var text = secret.value();
        try {
            return Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        } catch (IllegalArgumentException e) {
            // the cause would quote a character of the secret
            throw new IllegalArgumentException("each of webhook.secrets is base64, with or without " + PREFIX);
        }
    }
}
