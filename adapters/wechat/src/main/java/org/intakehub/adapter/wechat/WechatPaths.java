package org.intakehub.adapter.wechat;

import org.jspecify.annotations.Nullable;

/**
 * Addresses below {@code api-base}; one that is not given is the platform's own.
 *
 * @param stableToken gives the access token
 * @param customerMessage takes customer-service messages
 * @param template takes template messages
 * @param subscription takes subscription messages
 * @param media gives what citizens sent
 */
public record WechatPaths(
        String stableToken, String customerMessage, String template, String subscription, String media) {
    static final WechatPaths DEFAULT = new WechatPaths("", "", "", "", "");

    public WechatPaths {
        stableToken = path("paths.stable-token", stableToken, "/cgi-bin/stable_token");
        customerMessage = path("paths.customer-message", customerMessage, "/cgi-bin/message/custom/send");
        template = path("paths.template", template, "/cgi-bin/message/template/send");
        subscription = path("paths.subscription", subscription, "/cgi-bin/message/subscribe/bizsend");
        media = path("paths.media", media, "/cgi-bin/media/get");
    }

    private static String path(String setting, @Nullable String given, String own) {
        var path = given == null || given.isEmpty() ? own : given;
        WechatSettings.check(path.matches("(/[A-Za-z0-9._~-]+)+"), setting + " is a path that begins with a slash");
        return path;
    }
}
