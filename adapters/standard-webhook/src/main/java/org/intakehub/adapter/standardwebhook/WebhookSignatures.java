package org.intakehub.adapter.standardwebhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import org.intakehub.core.channel.Payload;

/** Verifies signatures of Standard Webhooks 1.0.0: v1 is HMAC-SHA256, v1a is Ed25519, both over {@code id.timestamp.body}. */
final class WebhookSignatures {
    /** More signatures than any rotation needs; further ones would only cost time. */
    private static final int MOST = 16;

    private final List<Mac> secrets;
    private final List<PublicKey> publicKeys;

    WebhookSignatures(StandardWebhookSettings settings) {
        secrets = settings.secrets().stream().map(SigningKeys::hmac).toList();
        publicKeys = settings.publicKeys().stream().map(SigningKeys::ed25519).toList();
    }

    /** Whether one of the signatures, parted by spaces, was made over these very bytes with one of the keys. */
    boolean anyGenuine(String signatures, String id, String timestamp, Payload body) {
        var given = signatures.split(" ", MOST + 1);
        if (given.length > MOST) {
            return false;
        }
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return anyHmac(values(given, "v1,"), head, body) || anyEd25519(values(given, "v1a,"), head, body);
    }

    /** A signature as a partner makes it, with the first secret; empty if there is none. */
    Optional<String> sign(String id, String timestamp, Payload body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .findFirst()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, head, body)));
    }

    private static List<String> values(String[] given, String version) {
        return Arrays.stream(given)
                .filter(signature -> signature.startsWith(version))
                .map(signature -> signature.substring(version.length()))
                .toList();
    }

    private boolean anyHmac(List<String> given, byte[] head, Payload body) {
        var genuine = false;
        if (!given.isEmpty()) {
            for (var secret : secrets) {
                var expected = Base64.getEncoder().encode(hmac(secret, head, body));
                for (var signature : given) {
                    // text is compared, not bytes: base64 has several texts for the same bytes
                    genuine |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return genuine;
    }

    private static byte[] hmac(Mac secret, byte[] head, Payload body) {
        try {
            // a clone has the key's inner state ready and is this thread's own
            var mac = (Mac) secret.clone();
            mac.update(head);
            body.update(mac);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HmacSHA256 of every Java platform can be cloned", e);
        }
    }

    private boolean anyEd25519(List<String> given, byte[] head, Payload body) {
        return given.stream()
                .anyMatch(signature -> publicKeys.stream().anyMatch(key -> ed25519(key, signature, head, body)));
    }

    private static boolean ed25519(PublicKey key, String signature, byte[] head, Payload body) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            if (!Base64.getEncoder().encodeToString(bytes).equals(signature)) {
                return false;
            }
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(head);
            body.update(verifier);
            return verifier.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // no signature at all: of another length, no base64, no point of the curve
            return false;
        }
    }
}
