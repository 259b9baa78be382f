package org.intakehub.simulators.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Signs and encrypts as the platform does. */
public final class WeChatSeal {
    private static final int BLOCK = 32;

    private final WeChatAccount account;

    public WeChatSeal(WeChatAccount account) {
        this.account = account;
    }

    /** The signature over the account's token and these parts, in whatever order. */
    public String signature(String... parts) {
        var sorted = Stream.concat(Stream.of(account.token().value()), Arrays.stream(parts))
                .sorted()
                .collect(Collectors.joining());
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /**
     * The message as the platform encrypts it for the account.
     *
     * @param random 16 characters that make the same message look different each time
     */
    public String encrypted(String message, String random) {
        var key = Base64.getMimeDecoder().decode(account.encodingAesKey().value() + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(padded(message, random)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    private byte[] padded(String message, String random) {
        var head = random.getBytes(StandardCharsets.US_ASCII);
        var body = message.getBytes(StandardCharsets.UTF_8);
        var foot = account.appId().getBytes(StandardCharsets.UTF_8);
        var length = head.length + Integer.BYTES + body.length + foot.length;
        var padding = BLOCK - length % BLOCK;
        var buffer = ByteBuffer.allocate(length + padding)
                .put(head)
                .putInt(body.length)
                .put(body)
                .put(foot);
        while (buffer.hasRemaining()) {
            buffer.put((byte) padding);
        }
        return buffer.array();
    }
}
