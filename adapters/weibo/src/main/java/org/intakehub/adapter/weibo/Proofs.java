package org.intakehub.adapter.weibo;

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

/** Checks the proof in the query of a call: SHA-1 over the sorted app secret, time and nonce. */
final class Proofs {
    /** Seconds have ten digits until the year 2286, milliseconds thirteen. */
    private static final int DIGITS_OF_SECONDS = 11;

    private final WeiboSettings settings;

    Proofs(WeiboSettings settings) {
        this.settings = settings;
    }

    /** Why a call is not taken in; empty if it is genuine. */
    Optional<Refused> against(Request request) {
        var signature = request.parameter("signature").orElse("");
        var timestamp = request.parameter("timestamp").orElse("");
        var nonce = request.parameter("nonce").orElse("");
        if (signature.isBlank() || timestamp.isBlank() || nonce.isBlank()) {
            return refused(Reason.MISSING_PROOF, "signature, timestamp and nonce are needed, once each.");
        }
        if (!timestamp.matches("[0-9]{1,14}")) {
            return refused(Reason.FORGED_PROOF, "timestamp is not well-formed.");
        }
        var expected = sha1(settings.appSecret().value(), timestamp, nonce);
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) {
            return refused(Reason.FORGED_PROOF, "signature does not fit the app secret of this source.");
        }
        return Duration.between(time(timestamp), request.receivedAt()).abs().compareTo(settings.tolerance()) > 0
                ? refused(Reason.OUTSIDE_TIME_WINDOW, "timestamp is too far from the hub's clock.")
                : Optional.empty();
    }

    private static Instant time(String timestamp) {
        var number = Long.parseLong(timestamp);
        return timestamp.length() > DIGITS_OF_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
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
