package org.intakehub.adapter.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Secret;

/** Opens what the platform encrypted for one account: 16 random bytes, length, message, AppID; padded to blocks of 32. */
final class MessageCipher {
    private static final int RANDOM = 16;
    private static final int BLOCK = 32;

    private final SecretKeySpec key;
    private final IvParameterSpec start;
    private final byte[] appId;

    MessageCipher(Secret encodingAesKey, String appId) {
        // the 43rd character carries two bits too many, which a strict decoder refuses
        var bytes = Base64.getMimeDecoder().decode(encodingAesKey.value() + "=");
        key = new SecretKeySpec(bytes, "AES");
        start = new IvParameterSpec(Arrays.copyOf(bytes, RANDOM));
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws MalformedMessage if it was encrypted with another key or for another account */
    byte[] decrypt(String base64) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, start);
            return message(cipher.doFinal(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedMessage("cannot be decrypted with encoding-aes-key");
        }
    }

    private byte[] message(byte[] padded) {
        var padding = padded.length == 0 ? 0 : padded[padded.length - 1];
        var end = padded.length - padding;
        if (padding < 1 || padding > BLOCK || end < RANDOM + Integer.BYTES) {
            throw new MalformedMessage("cannot be decrypted with encoding-aes-key");
        }
        var length = ByteBuffer.wrap(padded, RANDOM, Integer.BYTES).getInt();
        var from = RANDOM + Integer.BYTES;
        if (length < 0 || length > end - from) {
            throw new MalformedMessage("cannot be decrypted with encoding-aes-key");
        }
        // without this, a message encrypted for another account of the same key would pass
        if (!Arrays.equals(Arrays.copyOfRange(padded, from + length, end), appId)) {
            throw new MalformedMessage("encrypted for another app-id");
        }
        return Arrays.copyOfRange(padded, from, from + length);
    }

    @Override
    public String toString() {
        return "MessageCipher";
    }
}
