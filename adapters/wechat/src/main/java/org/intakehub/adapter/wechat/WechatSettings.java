package org.intakehub.adapter.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One official account. A setting that is not given takes its default.
 *
 * @param appId the account's AppID
 * @param appSecret fetches the access token
 * @param token word that the platform signs its calls with
 * @param encodingAesKey 43 characters; given: pushes have to be encrypted
 * @param acceptPlain whether plain pushes are taken in although there is a key: while the account is switched over
 * @param tolerance how far the platform's clock may be off, either way; 5 minutes by default, a day at most
 * @param conversation how long after a citizen's last message a further one belongs to the same matter; 2 hours by default
 * @param replyWindow how long after a citizen's last message customer-service messages are allowed; 48 hours by default
 * @param textLimit most bytes of a customer-service text; 2,048 by default
 * @param locationSystem reference system of locations that citizens send; GCJ02 by default
 * @param apiBase address of the platform's API; no path behind it unless a proxy needs one
 * @param paths addresses below {@code apiBase}
 * @param notice message that goes out when the reply window has passed; none: a person answers
 */
public record WechatSettings(
        String appId,
        Secret appSecret,
        Secret token,
        @Nullable Secret encodingAesKey,
        @Nullable Boolean acceptPlain,
        Duration tolerance,
        Duration conversation,
        Duration replyWindow,
        Integer textLimit,
        ReferenceSystem locationSystem,
        URI apiBase,
        WechatPaths paths,
        @Nullable WechatNotice notice) {

    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9+/]{43}");
    private static final Duration DAY = Duration.ofDays(1);

    public WechatSettings {
        check(appId != null && appId.matches("[A-Za-z0-9_-]{1,64}"), "app-id is needed: letters and digits");
        check(appSecret != null && !appSecret.value().isBlank(), "app-secret is needed");
        check(token != null && !token.value().isBlank(), "token is needed");
        check(
                encodingAesKey == null
                        || AES_KEY.matcher(encodingAesKey.value()).matches(),
                "encoding-aes-key is 43 letters and digits");
        tolerance = given(tolerance, Duration.ofMinutes(5));
        conversation = given(conversation, Duration.ofHours(2));
        replyWindow = given(replyWindow, Duration.ofDays(2));
        textLimit = given(textLimit, 2048);
        locationSystem = given(locationSystem, ReferenceSystem.GCJ02);
        apiBase = given(apiBase, URI.create("https://api.weixin.qq.com"));
        paths = given(paths, WechatPaths.DEFAULT);
        check(!tolerance.isNegative() && !tolerance.isZero(), "tolerance is a time longer than zero");
        check(tolerance.compareTo(DAY) <= 0, "tolerance is a day at most");
        check(!conversation.isNegative(), "conversation is not negative");
        check(!replyWindow.isNegative(), "reply-window is not negative");
        check(textLimit >= 200, "text-limit is 200 bytes at least");
        check(isAddress(apiBase), "api-base is an http or https address without query");
    }

    boolean takesPlain() {
        return encodingAesKey == null || (acceptPlain != null && acceptPlain);
    }

    Optional<Secret> key() {
        return Optional.ofNullable(encodingAesKey);
    }

    /** The address of a path below {@code apiBase}. */
    URI address(String path) {
        var base = apiBase.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static boolean isAddress(URI uri) {
        return uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    }

    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static void check(boolean works, String sentence) {
        if (!works) {
            throw new IllegalArgumentException(sentence);
        }
    }

    @Override
    public String toString() {
        return "WechatSettings[" + appId + "]";
    }
}
