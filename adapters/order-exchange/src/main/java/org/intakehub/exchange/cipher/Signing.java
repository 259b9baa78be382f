package org.intakehub.exchange.cipher;

import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How calls prove where they come from.
 *
 * @param kind which of the known ways
 * @param appId what the far end knows the hub as
 * @param key the api key, or the key of the HMAC
 * @param privateKey the hub's SM2 key, 64 hexadecimal digits
 * @param platformKey the far end's public SM2 key in hexadecimal
 * @param headerPrefix what the names of the headers begin with
 */
public record Signing(
        Kind kind,
        String appId,
        @Nullable Secret key,
        @Nullable Secret privateKey,
        @Nullable String platformKey,
        String headerPrefix) {

    /** The known ways. */
    public enum Kind {
        NONE,
        API_KEY,
        HMAC_SM3,
        SM2_SM4
    }

    /** No proof at all. */
    public static final Signing NONE = new Signing(Kind.NONE, "", null, null, null, "X-");

    public Signing {
        kind = given(kind, Kind.NONE);
        appId = given(appId, "");
        headerPrefix = given(headerPrefix, "X-");
        check(headerPrefix.matches("[A-Za-z0-9-]{0,40}"), "signing.header-prefix is the beginning of a header's name");
        check(appId.matches("[!-~]{0,100}"), "signing.app-id is one word");
        check(key == null || key.value().matches("[!-~]{8,512}"), "signing.key is one word of 8 characters at least");
        switch (kind) {
            case NONE -> {}
            case API_KEY -> check(key != null, "signing.key is missing");
            case HMAC_SM3 -> check(key != null && !appId.isEmpty(), "signing.key and signing.app-id are needed");
            case SM2_SM4 -> {
                check(
                        privateKey != null && platformKey != null && !appId.isEmpty(),
                        "signing.private-key, signing.platform-key and signing.app-id are needed");
                checked("signing.private-key", () -> new Sm2.PrivateKey(given(privateKey, new Secret(""))));
                checked("signing.platform-key", () -> new Sm2.PublicKey(given(platformKey, "")));
            }
        }
    }

    /** What does it. */
    public Signer signer() {
        return switch (kind) {
            case NONE -> new Signer.Unsigned();
            case API_KEY -> new Signer.ApiKey(headerPrefix, secret(key));
            case HMAC_SM3 -> new Signer.HmacSm3(headerPrefix, appId, secret(key));
            case SM2_SM4 ->
                new Signer.Sealed(
                        headerPrefix,
                        appId,
                        new Sm2.PrivateKey(secret(privateKey)),
                        new Sm2.PublicKey(given(platformKey, "")));
        };
    }

    private static Secret secret(@Nullable Secret secret) {
        return given(secret, new Secret(""));
    }

    // the binder of properties passes null for what is not set
    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static void checked(String setting, Runnable key) {
        try {
            key.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " cannot be used: " + e.getMessage());
        }
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    @Override
    public String toString() {
        return "Signing[" + kind + "]";
    }
}
