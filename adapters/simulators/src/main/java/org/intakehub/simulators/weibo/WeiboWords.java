package org.intakehub.simulators.weibo;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what citizens say, as the platform pushes and lists it. */
public final class WeiboWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private final WeiboAccount account;
    private final Clock clock;

    public WeiboWords(WeiboAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** A private message. */
    public String text(long sender, String words) {
        return push("text", sender, words, Map.of());
    }

    public String image(long sender, long file) {
        return push("image", sender, "发了一张图片", Map.of("vfid", file - 1, "tovfid", file));
    }

    /** A status or, if told, a comment that mentions the account. */
    public String mention(long sender, String words, String subtype, long id) {
        return push("mention", sender, words, Map.of("subtype", subtype, "key", String.valueOf(id)));
    }

    public String event(long sender, String subtype) {
        return push("event", sender, "事件消息", Map.of("subtype", subtype));
    }

    private String push(String type, long sender, String words, Map<String, Object> data) {
        var push = new LinkedHashMap<String, Object>();
        push.put("type", type);
        push.put("receiver_id", account.id());
        push.put("sender_id", sender);
        push.put("created_at", now());
        push.put("text", words);
        push.put("data", data);
        return JsonMapper.shared().writeValueAsString(push);
    }

    /** A status as lists have it. */
    public Map<String, Object> status(long id, long author, String words) {
        var status = new LinkedHashMap<String, Object>();
        status.put("created_at", now());
        status.put("id", id);
        status.put("idstr", String.valueOf(id));
        status.put("text", words);
        status.put("user", Map.of("id", author, "screen_name", "居民" + author % 1000));
        return status;
    }

    /** A comment as lists have it. */
    public Map<String, Object> comment(long id, long author, String words, Map<String, Object> under) {
        var comment = status(id, author, words);
        comment.put("status", under);
        return comment;
    }

    private String now() {
        return TIME.format(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
    }
}
