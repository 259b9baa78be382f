package org.intakehub.core.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that a platform and the hub have in common, several while they rotate; compared in a time that tells nothing. */
public final class SharedKeys {
    private static final String HMAC = "HmacSHA256";

    private final List<Secret> keys;

    private SharedKeys(List<Secret> keys) {
        this.keys = keys;
    }

    /**
     * Keys as a setting gives them.
     *
     * @param setting name of the setting, for the sentence that refuses a key of fewer than eight characters
     */
    public static SharedKeys of(String setting, List<Secret> keys) {
        if (keys.stream().anyMatch(key -> key.value().length() < 8)) {
            throw new IllegalArgumentException("each of " + setting + " has at least 8 characters");
        }
        return new SharedKeys(List.copyOf(keys));
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether what a caller showed is one of the keys. */
    public boolean hold(String shown) {
        var given = shown.getBytes(StandardCharsets.UTF_8);
        var found = false;
        for (var key : keys) {
            found |= MessageDigest.isEqual(key.value().getBytes(StandardCharsets.UTF_8), given);
        }
        return found;
    }

    /** Whether the hexadecimal text is an HMAC-SHA256, by one of the keys, of the head followed by the body. */
    public boolean signed(String hex, String head, Payload body) {
        var given = hex.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        var found = false;
        for (var key : keys) {
            found |= MessageDigest.isEqual(hmac(key, head, body).getBytes(StandardCharsets.UTF_8), given);
        }
        return found;
    }

    /** Lower-case hexadecimal HMAC-SHA256 of the head followed by the body. */
    public static String hmac(Secret key, String head, Payload body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            body.update(mac);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "SharedKeys[" + keys.size() + "]";
    }
}
