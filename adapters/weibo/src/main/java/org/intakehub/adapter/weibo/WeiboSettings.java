package org.intakehub.adapter.weibo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One Weibo account of the city. A setting that is not given takes its default.
 *
 * @param appSecret signs pushes
 * @param accessToken token of the account that pushes are for; asks, replies and fetches media
 * @param tolerance how far the platform's clock may be off, either way; 5 minutes by default, a day at most
 * @param conversation how long after a citizen's last message a further one belongs to the same matter; 2 hours by default
 * @param replyWindow how long after a citizen's last message a reply is allowed; 48 hours by default
 * @param textLimit most characters of a reply; 299 by default
 * @param locationSystem reference system of positions; GCJ02 by default
 * @param lists what is asked for; all three by default, none: only pushes are taken in
 * @param callsPerDay calls that asking may use, spread over the day; 96 by default
 * @param pageSize items of a page, 200 at most
 * @param statusPage page of a status for people, with {@code {id}}
 * @param apiBase address of the platform's API
 * @param paths addresses below {@code apiBase}
 */
public record WeiboSettings(
        Secret appSecret,
        Secret accessToken,
        Duration tolerance,
        Duration conversation,
        Duration replyWindow,
        Integer textLimit,
        ReferenceSystem locationSystem,
        List<PolledList> lists,
        Integer callsPerDay,
        Integer pageSize,
        String statusPage,
        URI apiBase,
        WeiboPaths paths) {

    private static final Duration DAY = Duration.ofDays(1);

    public WeiboSettings {
        check(appSecret != null && !appSecret.value().isBlank(), "app-secret is needed");
        check(accessToken != null && !accessToken.value().isBlank(), "access-token is needed");
        tolerance = given(tolerance, Duration.ofMinutes(5));
        conversation = given(conversation, Duration.ofHours(2));
        replyWindow = given(replyWindow, Duration.ofDays(2));
        textLimit = given(textLimit, 299);
        locationSystem = given(locationSystem, ReferenceSystem.GCJ02);
        lists = lists == null
                ? List.of(PolledList.values())
                : lists.stream().distinct().toList();
        callsPerDay = given(callsPerDay, 96);
        pageSize = given(pageSize, 200);
        statusPage = given(statusPage, "https://weibo.com/detail/{id}");
        apiBase = given(apiBase, URI.create("https://api.weibo.com"));
        paths = given(paths, WeiboPaths.DEFAULT);
        check(!tolerance.isNegative() && !tolerance.isZero(), "tolerance is a time longer than zero");
        check(tolerance.compareTo(DAY) <= 0, "tolerance is a day at most");
        check(!conversation.isNegative(), "conversation is not negative");
        check(!replyWindow.isNegative(), "reply-window is not negative");
        check(textLimit >= 60, "text-limit is 60 characters at least");
        check(callsPerDay >= 1, "calls-per-day is at least 1");
        check(pageSize >= 1 && pageSize <= 200, "page-size lies between 1 and 200");
        check(isAddress(apiBase), "api-base is an http or https address without query");
        check(
                statusPage.matches("https?://[^\\s{}]+\\{id}[^\\s{}]*"),
                "status-page is an http or https address with {id}");
    }

    /** The address of a path below {@code apiBase}. */
    URI address(String path) {
        var base = apiBase.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    URI pageOf(String statusId) {
        return URI.create(statusPage.replace("{id}", statusId));
    }

    /** The time that each call has to itself if all of them are spread over a day. */
    Duration timeOfACall() {
        return DAY.dividedBy(callsPerDay);
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
        return "WeiboSettings[" + apiBase.getHost() + "]";
    }
}
