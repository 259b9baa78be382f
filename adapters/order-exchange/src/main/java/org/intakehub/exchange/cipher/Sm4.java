package org.intakehub.exchange.cipher;

import java.util.Arrays;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** SM4 (GB/T 32907): single blocks, and texts in CBC with PKCS#7 padding. */
public final class Sm4 {
    /** Bytes of a block, and of a key. */
    public static final int BLOCK = 16;

    private Sm4() {}

    /** One block, alone. */
    public static byte[] block(byte[] plain, byte[] key) {
        var engine = new SM4Engine();
        engine.init(true, new KeyParameter(key));
        var result = new byte[BLOCK];
        engine.processBlock(plain, 0, result, 0);
        return result;
    }

    public static byte[] seal(byte[] plain, byte[] key, byte[] start) {
        return process(true, plain, key, start);
    }

    /**
     * What was sealed with this key.
     *
     * @throws IllegalArgumentException if key, start or text do not belong together
     */
    public static byte[] open(byte[] sealed, byte[] key, byte[] start) {
        return process(false, sealed, key, start);
    }

    private static byte[] process(boolean seal, byte[] text, byte[] key, byte[] start) {
        var cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine()));
        try {
            CipherParameters parameters = new ParametersWithIV(new KeyParameter(key), start);
            cipher.init(seal, parameters);
            var result = new byte[cipher.getOutputSize(text.length)];
            var length = cipher.processBytes(text, 0, text.length, result, 0);
            length += cipher.doFinal(result, length);
            return Arrays.copyOf(result, length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new IllegalArgumentException("this was not sealed with the key", e);
        }
    }
}
