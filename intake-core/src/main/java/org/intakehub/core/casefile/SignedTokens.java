package org.intakehub.core.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what the hub hands out and later gets back, so that a number can be guessed but not used: a token is
 * {@code value.signature} with 80 bits of HMAC-SHA256 in base 32.
 */
public final class SignedTokens {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int SIGNATURE_CHARS = 16;

    private final SecretKeySpec key;
    private final String purpose;

    /**
     * @param key at least 16 bytes
     * @param purpose keeps tokens made for one use from being good for another
     */
    public SignedTokens(byte[] key, String purpose) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a signing key has at least 16 bytes");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.purpose = purpose;
    }

    public String sign(String value) {
        return value + "." + signature(value);
    }

    /** The value that the token vouches for; empty if it is not a token of ours. */
    public Optional<String> verify(String token) {
        var dot = token.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        var value = token.substring(0, dot);
        var given = token.substring(dot + 1).getBytes(UTF_8);
        return MessageDigest.isEqual(signature(value).getBytes(UTF_8), given) ? Optional.of(value) : Optional.empty();
    }

    private String signature(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return base32(mac.doFinal(value.getBytes(UTF_8)), SIGNATURE_CHARS);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The first characters of the bytes in lower-case base 32 (RFC 4648 alphabet), five bits each. */
    public static String base32(byte[] bytes, int characters) {
        var text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            var bit = i * 5;
            var window = (bytes[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
            text.append(ALPHABET.charAt(window >> (11 - bit % 8) & 31));
        }
        return text.toString();
    }
}
