package org.intakehub.adapter.standardwebhook;

import java.time.Duration;
import java.util.List;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What one partner's pushes are checked against. A setting that is not given takes its default; at least one secret or key is needed.
 *
 * @param secrets shared keys for v1 signatures, base64 of 24 to 64 bytes, with or without {@code whsec_}; several while they rotate
 * @param publicKeys Ed25519 keys for v1a signatures, base64 of 32 bytes, with or without {@code whpk_}
 * @param tolerance how far the sender's clock may be off, either way; 5 minutes by default
 * @param allowedRate calls a minute that the handshake offers; 6,000 by default
 * @param maxAttachments attachments a message may have; 20 by default
 * @param maxAttachmentBytes size of one attachment; 20 MiB by default
 */
public record StandardWebhookSettings(
        List<Secret> secrets,
        List<String> publicKeys,
        Duration tolerance,
        Integer allowedRate,
        Integer maxAttachments,
        Long maxAttachmentBytes) {

    public StandardWebhookSettings {
        secrets = List.copyOf(given(secrets, List.of()));
        publicKeys = List.copyOf(given(publicKeys, List.of()));
        tolerance = given(tolerance, Duration.ofMinutes(5));
        allowedRate = given(allowedRate, 6_000);
        maxAttachments = given(maxAttachments, 20);
        maxAttachmentBytes = given(maxAttachmentBytes, 20L << 20);
        check(!secrets.isEmpty() || !publicKeys.isEmpty(), "one of secrets and public-keys is needed");
        secrets.forEach(SigningKeys::hmac);
        publicKeys.forEach(SigningKeys::ed25519);
        check(!tolerance.isNegative() && !tolerance.isZero(), "tolerance is a time longer than zero");
        check(tolerance.compareTo(Duration.ofHours(1)) <= 0, "tolerance is an hour at most");
        check(allowedRate > 0, "allowed-rate is at least 1");
        check(maxAttachments >= 0, "max-attachments is not negative");
        check(maxAttachmentBytes > 0, "max-attachment-bytes is at least 1");
    }

    /** Settings with nothing but one shared key. */
    public static StandardWebhookSettings of(Secret... secrets) {
        return new StandardWebhookSettings(List.of(secrets), List.of(), Duration.ofMinutes(5), 6_000, 20, 20L << 20);
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
