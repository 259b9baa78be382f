package org.intakehub.adapter.wechat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.jspecify.annotations.Nullable;

/** The platform's calls, signed and encrypted by WxJava, which shares nothing with the adapter. */
final class Platform {
    static final SourceId SOURCE = new SourceId("contract-source");
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final String TOKEN = "pamtesttoken";
    static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";
    static final String APP_ID = "wx00000000000000aa";

    private Platform() {}

    static WechatSettings plain() {
        return settings(null, null, null);
    }

    static WechatSettings encrypted() {
        return settings(KEY, null, null);
    }

    static WechatSettings settings(@Nullable String key, @Nullable Boolean acceptPlain, @Nullable WechatNotice notice) {
        return settings(TOKEN, key, APP_ID, acceptPlain, notice, URI.create("https://api.weixin.qq.com"));
    }

    static WechatSettings settings(
            String token,
            @Nullable String key,
            String appId,
            @Nullable Boolean acceptPlain,
            @Nullable WechatNotice notice,
            URI api) {
        return new WechatSettings(
                appId,
                new Secret("an invented app secret"),
                new Secret(token),
                key == null ? null : new Secret(key),
                acceptPlain,
                Duration.ofMinutes(5),
                Duration.ofHours(2),
                Duration.ofDays(2),
                2048,
                ReferenceSystem.GCJ02,
                api,
                WechatPaths.DEFAULT,
                notice);
    }

    static Request push(Instant at, Payload body) {
        return request("POST", proof(at), body, at);
    }

    static Request question(Instant at, String echo) {
        var query = proof(at);
        query.put("echostr", echo);
        return request("GET", query, Payload.of(new byte[0]), at);
    }

    static Request encryptedPush(Instant at, Payload body) {
        var crypt = new WxCryptUtil(TOKEN, KEY, APP_ID);
        var encrypted = crypt.encrypt("aaaabbbbccccdddd", body.text(StandardCharsets.UTF_8));
        return encryptedPush(at, encrypted, envelope(encrypted));
    }

    static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[gh_0000000000aa]]></ToUserName><Encrypt><![CDATA[" + encrypted
                + "]]></Encrypt></xml>";
    }

    static Request encryptedPush(Instant at, String encrypted, String body) {
        var query = proof(at);
        query.put("encrypt_type", "aes");
        query.put("msg_signature", SHA1.gen(TOKEN, seconds(at), "nonce-1", encrypted));
        return request("POST", query, Payload.of(body, StandardCharsets.UTF_8), at);
    }

    private static Map<String, String> proof(Instant at) {
        return new TreeMap<>(Map.of(
                "timestamp", seconds(at),
                "nonce", "nonce-1",
                "signature", SHA1.gen(TOKEN, seconds(at), "nonce-1")));
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    static Request request(String method, Map<String, String> query, Payload body, Instant at) {
        var lists = new TreeMap<String, List<String>>();
        query.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Request(SOURCE, method, "webhook", lists, Map.of("content-type", List.of("text/xml")), body, at);
    }
}
