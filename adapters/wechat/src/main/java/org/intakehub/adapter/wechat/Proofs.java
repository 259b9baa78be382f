package org.intakehub.adapter.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Outcome.Refused;
import org.intakehub.core.channel.Request;

/** Checks the proof in the query of a call: SHA-1 over the sorted token, time, nonce and, if encrypted, the message. */
final class Proofs {
    private final WechatSettings settings;

    Proofs(WechatSettings settings) {
        this.settings = settings;
    }

    /** Why a call is not taken in that proves itself with {@code signature}, which covers no body; empty if it is genuine. */
    Optional<Refused> againstPlain(Request request) {
        return against(request, "signature", Optional.empty());
    }

    /** Why a call is not taken in that proves itself with {@code msg_signature} over the encrypted text. */
    Optional<Refused> againstEncrypted(Request request, String encrypted) {
        return against(request, "msg_signature", Optional.of(encrypted));
    }

    private Optional<Refused> against(Request request, String name, Optional<String> encrypted) {
        var signature = request.parameter(name).orElse("");
        var timestamp = request.parameter("timestamp").orElse("");
        var nonce = request.parameter("nonce").orElse("");
        if (signature.isBlank() || timestamp.isBlank() || nonce.isBlank()) {
            return refused(Reason.MISSING_PROOF, name + ", timestamp and nonce are needed, once each.");
        }
        if (!timestamp.matches("[0-9]{1,11}")) {
            return refused(Reason.FORGED_PROOF, "timestamp is not well-formed.");
        }
        var expected = encrypted
                .map(text -> sha1(settings.token().value(), timestamp, nonce, text))
                .orElseGet(() -> sha1(settings.token().value(), timestamp, nonce));
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) {
            return refused(Reason.FORGED_PROOF, name + " does not fit the token of this source.");
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), request.receivedAt());
        return off.abs().compareTo(settings.tolerance()) > 0
                ? refused(Reason.OUTSIDE_TIME_WINDOW, "timestamp is too far from the hub's clock.")
                : Optional.empty();
    }

    static String sha1(String... parts) {
        var sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(bytes(String.join("", sorted)));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Refused> refused(Reason reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
