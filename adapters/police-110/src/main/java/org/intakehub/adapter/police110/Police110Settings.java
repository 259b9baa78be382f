package org.intakehub.adapter.police110;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import org.jspecify.annotations.Nullable;

/**
 * What one dispatch centre (110, 119 or 120) is checked against, and where it is answered. Exactly one of the two proofs is needed.
 *
 * @param service number that citizens dial, for titles; 110 by default
 * @param apiKeys keys that the centre sends in {@code keyHeader}; several while they rotate
 * @param keyHeader header of the key; {@code X-Api-Key} by default
 * @param signingKeys keys of an HMAC-SHA256 over time, path and body; several while they rotate
 * @param signatureHeader header of the signature; {@code X-Signature} by default
 * @param timeHeader header of the signature's time in Unix seconds; {@code X-Timestamp} by default
 * @param tolerance how far the time may be off, either way; 5 minutes by default
 * @param zone where the centre's clocks hang; {@code Asia/Shanghai} by default
 * @param categories names of category codes, instead of the shipped table
 * @param units names of codes of units, which are trusted over the names in an order; none by default
 * @param confirmation address for confirmations of receipt; none: the hub does not answer on this channel
 * @param result address for results; given together with {@code confirmation}
 * @param handOver address at which matters of the hub are taken over; none: it takes none
 * @param ownKey key that the hub shows in {@code keyHeader} when it calls; none by default
 * @param textField field in which a result's text travels; {@code CLJG} by default
 */
public record Police110Settings(
        String service,
        List<Secret> apiKeys,
        String keyHeader,
        List<Secret> signingKeys,
        String signatureHeader,
        String timeHeader,
        Duration tolerance,
        ZoneId zone,
        Map<String, String> categories,
        Map<String, String> units,
        @Nullable URI confirmation,
        @Nullable URI result,
        @Nullable URI handOver,
        @Nullable Secret ownKey,
        String textField) {
    private static final String HEADER = "[A-Za-z0-9-]{1,64}";

    public Police110Settings {
        service = given(service, "110");
        apiKeys = List.copyOf(given(apiKeys, List.of()));
        keyHeader = given(keyHeader, "X-Api-Key");
        signingKeys = List.copyOf(given(signingKeys, List.of()));
        signatureHeader = given(signatureHeader, "X-Signature");
        timeHeader = given(timeHeader, "X-Timestamp");
        tolerance = given(tolerance, Duration.ofMinutes(5));
        zone = given(zone, ZoneId.of("Asia/Shanghai"));
        categories = Map.copyOf(given(categories, Map.of()));
        units = Map.copyOf(given(units, Map.of()));
        textField = given(textField, "CLJG");
        check(service.matches("[0-9]{3,8}"), "service is the number that citizens dial, such as 110");
        check(apiKeys.isEmpty() != signingKeys.isEmpty(), "one of api-keys and signing-keys is needed, and not both");
        SharedKeys.of("api-keys", apiKeys);
        SharedKeys.of("signing-keys", signingKeys);
        check(keyHeader.matches(HEADER), "key-header is the name of a header");
        check(signatureHeader.matches(HEADER), "signature-header is the name of a header");
        check(timeHeader.matches(HEADER), "time-header is the name of a header");
        check(!tolerance.isNegative() && !tolerance.isZero(), "tolerance is a time longer than zero");
        check(tolerance.compareTo(Duration.ofHours(1)) <= 0, "tolerance is an hour at most");
        check((confirmation == null) == (result == null), "confirmation and result are given together or not at all");
        check(confirmation == null || isWeb(confirmation), "confirmation is an http or https address");
        check(result == null || isWeb(result), "result is an http or https address");
        check(handOver == null || isWeb(handOver), "hand-over is an http or https address");
        check(handOver == null || result != null, "hand-over needs confirmation and result");
        check(ownKey == null || ownKey.value().matches("[!-~]+"), "own-key has visible ASCII characters only");
        check(textField.matches("[A-Za-z][A-Za-z0-9_]{0,63}"), "text-field is the name of a field");
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
