package org.intakehub.adapter.weibo;

import org.jspecify.annotations.Nullable;

/**
 * Addresses below {@code api-base}; one that is not given is the platform's own.
 *
 * @param statusMentions lists statuses that mention the account
 * @param commentMentions lists comments that mention it
 * @param commentsToMe lists comments on its own statuses
 * @param reply takes replies
 * @param media gives what citizens sent
 * @param tokenInfo says how long the access token holds
 */
public record WeiboPaths(
        String statusMentions,
        String commentMentions,
        String commentsToMe,
        String reply,
        String media,
        String tokenInfo) {
    static final WeiboPaths DEFAULT = new WeiboPaths("", "", "", "", "", "");

    public WeiboPaths {
        statusMentions = path("paths.status-mentions", statusMentions, "/2/statuses/mentions.json");
        commentMentions = path("paths.comment-mentions", commentMentions, "/2/comments/mentions.json");
        commentsToMe = path("paths.comments-to-me", commentsToMe, "/2/comments/to_me.json");
        reply = path("paths.reply", reply, "/2/messages/reply.json");
        media = path("paths.media", media, "/2/mss/msget");
        tokenInfo = path("paths.token-info", tokenInfo, "/oauth2/get_token_info");
    }

    private static String path(String setting, @Nullable String given, String own) {
        var path = given == null || given.isEmpty() ? own : given;
        WeiboSettings.check(path.matches("(/[A-Za-z0-9._~-]+)+"), setting + " is a path that begins with a slash");
        return path;
    }
}
