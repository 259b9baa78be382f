package org.intakehub.simulators.superior;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.intakehub.core.channel.Secret;

/** Checks id, time within five minutes, a nonce that is new, and a signature over all of them and the body. */
final class Proofs {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final String appId;
    private final Clock clock;
    private final Set<String> nonces = new HashSet<>();

    Proofs(String appId, Clock clock) {
        this.appId = appId;
        this.clock = clock;
    }

    /** What the signature has to cover; empty if anything else is wrong already. */
    synchronized Optional<byte[]> content(Map<String, String> headers, byte[] body) {
        var time = headers.getOrDefault("x-timestamp", "");
        var nonce = headers.getOrDefault("x-nonce", "");
        var isKnown = appId.equals(headers.get("x-app-id")) && time.matches("\\d{13}") && !nonce.isEmpty();
        if (!isKnown || isOff(time) || !nonces.add(nonce)) {
            return Optional.empty();
        }
        var content = new ByteArrayOutputStream();
        content.writeBytes((appId + "\n" + time + "\n" + nonce + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(body);
        return Optional.of(content.toByteArray());
    }

    private boolean isOff(String time) {
        return Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), clock.instant())
                        .abs()
                        .compareTo(WINDOW)
                > 0;
    }

    static String hmacSm3(byte[] content, Secret key) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key.value().getBytes(StandardCharsets.UTF_8)));
        mac.update(content, 0, content.length);
        var result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }
}
