package org.intakehub.adapter.weibo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;

/** The platform's calls, signed in code that shares nothing with the adapter's. */
final class Platform {
    static final SourceId SOURCE = new SourceId("contract-source");
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final URI API = URI.create("https://api.weibo.com");
    static final String SECRET = "an invented app secret";
    static final String TOKEN = "an invented access token";

    private Platform() {}

    static WeiboSettings settings(int callsPerDay, int pageSize) {
        return settings(API, callsPerDay, pageSize, PolledList.values());
    }

    static WeiboSettings settings(URI api, int callsPerDay, int pageSize, PolledList... lists) {
        return new WeiboSettings(
                new Secret(SECRET),
                new Secret(TOKEN),
                Duration.ofMinutes(5),
                Duration.ofHours(2),
                Duration.ofDays(2),
                299,
                ReferenceSystem.GCJ02,
                List.of(lists),
                callsPerDay,
                pageSize,
                "https://weibo.com/detail/{id}",
                api,
                WeiboPaths.DEFAULT);
    }

    static Request push(Instant at, Payload body) {
        return request("POST", proof(at), body, at);
    }

    static Request question(Instant at, String echo) {
        var query = proof(at);
        query.put("echostr", echo);
        return request("GET", query, Payload.of(new byte[0]), at);
    }

    private static Map<String, String> proof(Instant at) {
        var time = String.valueOf(at.toEpochMilli());
        return new TreeMap<>(
                Map.of("timestamp", time, "nonce", "57155157", "signature", sign(SECRET, time, "57155157")));
    }

    static String sign(String secret, String time, String nonce) {
        var signed = String.join("", new TreeSet<>(List.of(secret, time, nonce)));
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Request request(String method, Map<String, String> query, Payload body, Instant at) {
        var lists = new TreeMap<String, List<String>>();
        query.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Request(SOURCE, method, "webhook", lists, Map.of(), body, at);
    }
}
