package org.intakehub.adapter.standardwebhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Secret;

/** Reads the keys of Standard Webhooks; what cannot be a key is refused by the name of its setting, never by its value. */
final class SigningKeys {
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int ED25519_BYTES = 32;

    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private SigningKeys() {}

    /** A code that is ready to be cloned for one signature each. */
    static Mac hmac(Secret secret) {
        var key = decoded(secret.value(), "whsec_", "secrets");
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("each of secrets is base64 of 24 to 64 bytes");
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    static PublicKey ed25519(String text) {
        var key = decoded(text, "whpk_", "public-keys");
        if (key.length != ED25519_BYTES) {
            throw new IllegalArgumentException("each of public-keys is base64 of 32 bytes");
        }
        var encoded = new byte[X509.length + key.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(key, 0, encoded, X509.length, key.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("each of public-keys is an Ed25519 key", e);
        }
    }

    private static byte[] decoded(String text, String prefix, String setting) {
        var bare = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        if (bare.isEmpty()) {
            throw new IllegalArgumentException("none of " + setting + " may be empty");
        }
        try {
            return Base64.getDecoder().decode(bare);
        } catch (IllegalArgumentException e) {
            // the cause would quote a character of the secret
            throw new IllegalArgumentException("each of " + setting + " is base64, with or without " + prefix);
        }
    }
}
