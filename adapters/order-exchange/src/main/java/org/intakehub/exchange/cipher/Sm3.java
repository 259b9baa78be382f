package org.intakehub.exchange.cipher;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.intakehub.core.channel.Secret;

/** SM3 (GB/T 32905), and the HMAC over it, in lower-case hexadecimal. */
public final class Sm3 {
    private Sm3() {}

    public static String digest(byte[] content) {
        var digest = new SM3Digest();
        digest.update(content, 0, content.length);
        var result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }

    public static String hmac(byte[] content, Secret key) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key.value().getBytes(StandardCharsets.UTF_8)));
        mac.update(content, 0, content.length);
        var result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }
}
