package org.intakehub.adapter.emergencyoffice;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import org.jspecify.annotations.Nullable;

/**
 * What one emergency office is checked against, and where it hears the state of what it handed over.
 *
 * @param signingKeys keys of the office's HMAC-SHA256 over time and body; several while they rotate
 * @param signatureHeader header of the signature, in both directions; {@code X-Signature} by default
 * @param timeHeader header of the signature's time in Unix seconds; {@code X-Timestamp} by default
 * @param tolerance how far the time may be off, either way; 5 minutes by default
 * @param zone where the office's clocks hang; {@code Asia/Shanghai} by default
 * @param state address that takes states; none: the office hears nothing by call
 * @param ownKey key with which the hub signs states; given together with {@code state}
 */
public record EmergencyOfficeSettings(
        List<Secret> signingKeys,
        String signatureHeader,
        String timeHeader,
        Duration tolerance,
        ZoneId zone,
        @Nullable URI state,
        @Nullable Secret ownKey) {
    private static final String HEADER = "[A-Za-z0-9-]{1,64}";

    public EmergencyOfficeSettings {
        signingKeys = List.copyOf(given(signingKeys, List.of()));
        signatureHeader = given(signatureHeader, "X-Signature");
        timeHeader = given(timeHeader, "X-Timestamp");
        tolerance = given(tolerance, Duration.ofMinutes(5));
        zone = given(zone, ZoneId.of("Asia/Shanghai"));
        check(!signingKeys.isEmpty(), "signing-keys is needed");
        SharedKeys.of("signing-keys", signingKeys);
        check(signatureHeader.matches(HEADER), "signature-header is the name of a header");
        check(timeHeader.matches(HEADER), "time-header is the name of a header");
        check(!tolerance.isNegative() && !tolerance.isZero(), "tolerance is a time longer than zero");
        check(tolerance.compareTo(Duration.ofHours(1)) <= 0, "tolerance is an hour at most");
        check((state == null) == (ownKey == null), "state and own-key are given together or not at all");
        check(state == null || isWeb(state), "state is an http or https address");
        if (ownKey != null) {
            SharedKeys.of("own-key", List.of(ownKey));
        }
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
    }

    // the binder of properties passes null for what is not set
    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
