package org.intakehub.exchange.cipher;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.intakehub.core.channel.Secret;

/**
 * SM2 (GB/T 32918) on the curve sm2p256v1; what is sealed stands in the order C1C3C2 with an uncompressed point first, signatures are DER
 * under the default user id.
 */
public final class Sm2 {
    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private Sm2() {}

    /** A public key: a point in hexadecimal, uncompressed ({@code 04…}) or compressed. */
    public record PublicKey(String hex) {
        /**
         * A key that was written down.
         *
         * @throws IllegalArgumentException if it is no point of the curve; the sentence quotes nothing
         */
        public PublicKey {
            try {
                CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("a public key is a point of sm2p256v1 in hexadecimal");
            }
        }

        ECPublicKeyParameters parameters() {
            return new ECPublicKeyParameters(
                    CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex)), CURVE);
        }
    }

    /** A private key: 32 bytes in hexadecimal. */
    public record PrivateKey(Secret hex) {
        public PrivateKey {
            if (!hex.value().matches("[0-9a-fA-F]{64}")
                    || new BigInteger(hex.value(), 16).signum() == 0
                    || new BigInteger(hex.value(), 16).compareTo(CURVE.getN()) >= 0) {
                throw new IllegalArgumentException("a private key is 64 hexadecimal digits");
            }
        }

        ECPrivateKeyParameters parameters() {
            return new ECPrivateKeyParameters(new BigInteger(hex.value(), 16), CURVE);
        }
    }

    /** Different each time. */
    public static byte[] seal(byte[] plain, PublicKey receiver) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(receiver.parameters(), new SecureRandom()));
        try {
            return engine.processBlock(plain, 0, plain.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("whatever is not empty can be sealed", e);
        }
    }

    /**
     * What was sealed for this key.
     *
     * @throws IllegalArgumentException if it was not sealed for this key, or changed
     */
    public static byte[] open(byte[] sealed, PrivateKey receiver) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, receiver.parameters());
        try {
            return engine.processBlock(sealed, 0, sealed.length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new IllegalArgumentException("this was not sealed for the key", e);
        }
    }

    /** Different each time. */
    public static byte[] sign(byte[] content, PrivateKey signer) {
        var engine = new SM2Signer();
        engine.init(true, new ParametersWithRandom(signer.parameters(), new SecureRandom()));
        engine.update(content, 0, content.length);
        try {
            return engine.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("whatever there is can be signed", e);
        }
    }

    public static boolean isSigned(byte[] content, byte[] signature, PublicKey signer) {
        var engine = new SM2Signer();
        engine.init(false, signer.parameters());
        engine.update(content, 0, content.length);
        return engine.verifySignature(signature);
    }
}
