package org.intakehub.simulators.superior;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens bodies that are under SM4 with a key under SM2, checks their SM2 signature, and seals its answers likewise. */
final class SealedDoor implements Door {
    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Proofs proofs;
    private final ECPublicKeyParameters hub;
    private final ECPrivateKeyParameters own;
    private final String publicKey;

    SealedDoor(Proofs proofs, String hubKey) {
        this.proofs = proofs;
        hub = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(HEX.parseHex(hubKey)), CURVE);
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
        var pair = generator.generateKeyPair();
        own = (ECPrivateKeyParameters) pair.getPrivate();
        publicKey =
                HEX.formatHex(((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false));
    }

    String publicKey() {
        return publicKey;
    }

    @Override
    public Optional<byte[]> opened(Map<String, String> headers, byte[] body) {
        var signature = headers.getOrDefault("x-signature", "");
        return proofs.content(headers, body)
                .filter(content -> isSigned(content, HEX.parseHex(signature)))
                .flatMap(content -> unsealed(JSON.readTree(body)));
    }

    private boolean isSigned(byte[] content, byte[] signature) {
        var engine = new SM2Signer();
        engine.init(false, hub);
        engine.update(content, 0, content.length);
        return engine.verifySignature(signature);
    }

    private Optional<byte[]> unsealed(JsonNode body) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, own);
        try {
            var sealedKey = HEX.parseHex(body.path("key").asString(""));
            var key = engine.processBlock(sealedKey, 0, sealedKey.length);
            return Optional.of(sm4(
                    false,
                    HEX.parseHex(body.path("data").asString("")),
                    key,
                    HEX.parseHex(body.path("iv").asString(""))));
        } catch (InvalidCipherTextException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] sealed(byte[] answer) {
        var key = random();
        var start = random();
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(hub, RANDOM));
        try {
            return JSON.createObjectNode()
                    .put("key", HEX.formatHex(engine.processBlock(key, 0, key.length)))
                    .put("iv", HEX.formatHex(start))
                    .put("data", HEX.formatHex(sm4(true, answer, key, start)))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a key can be sealed", e);
        }
    }

    private static byte[] sm4(boolean seal, byte[] text, byte[] key, byte[] start) throws InvalidCipherTextException {
        var cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine()));
        cipher.init(seal, new ParametersWithIV(new KeyParameter(key), start));
        var result = new byte[cipher.getOutputSize(text.length)];
        var length = cipher.processBytes(text, 0, text.length, result, 0);
        return Arrays.copyOf(result, length + cipher.doFinal(result, length));
    }

    private static byte[] random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
