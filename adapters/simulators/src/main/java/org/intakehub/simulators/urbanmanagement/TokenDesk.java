package org.intakehub.simulators.urbanmanagement;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.intakehub.core.channel.Secret;
import tools.jackson.databind.JsonNode;

/** Hands out tokens to the client whose secret, sealed with SM2, it can open. */
final class TokenDesk {
    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final String clientId;
    private final Secret clientSecret;
    private final BigInteger privateKey;
    private final String publicKey;
    private final Set<String> tokens = new HashSet<>();

    TokenDesk(String clientId, Secret clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
        var pair = generator.generateKeyPair();
        privateKey = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
        publicKey = HexFormat.of()
                .formatHex(((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false));
    }

    String publicKey() {
        return publicKey;
    }

    /** A new token; empty if the client is not the one that is known. */
    synchronized String grant(JsonNode asked) {
        var known = asked.path("client_id").asString("").equals(clientId)
                && asked.path("grant_type").asString("").equals("client_credentials")
                && opened(asked.path("client_secret").asString("")).equals(clientSecret.value());
        if (!known) {
            return "";
        }
        var token = UUID.randomUUID().toString();
        tokens.add(token);
        return token;
    }

    synchronized boolean knows(String token) {
        return tokens.contains(token);
    }

    synchronized void forgetAll() {
        tokens.clear();
    }

    private String opened(String hex) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, new ECPrivateKeyParameters(privateKey, CURVE));
        try {
            var sealed = HexFormat.of().parseHex(hex);
            return new String(engine.processBlock(sealed, 0, sealed.length), StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException | RuntimeException e) {
            return "";
        }
    }
}
