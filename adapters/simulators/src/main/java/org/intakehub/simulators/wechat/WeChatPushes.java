package org.intakehub.simulators.wechat;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Writes what citizens send, as the platform pushes it. */
public final class WeChatPushes {
    private final WeChatAccount account;
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong(23_456_789_012_345_678L);

    public WeChatPushes(WeChatAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    public String text(String openId, String words) {
        return message(openId, "text", element("Content", words));
    }

    public String image(String openId, String mediaId) {
        return message(
                openId, "image", element("PicUrl", "http://pictures.example.org/0") + element("MediaId", mediaId));
    }

    public String voice(String openId, String mediaId, String recognition) {
        return message(
                openId,
                "voice",
                element("MediaId", mediaId) + element("Format", "amr") + element("Recognition", recognition));
    }

    public String location(String openId, double latitude, double longitude, String label) {
        return message(
                openId,
                "location",
                "<Location_X>" + latitude + "</Location_X><Location_Y>" + longitude + "</Location_Y><Scale>16</Scale>"
                        + element("Label", label));
    }

    /** An event, which bears no id. */
    public String event(String openId, String event, String key) {
        return "<xml>" + head(openId, "event") + element("Event", event) + element("EventKey", key) + "</xml>";
    }

    private String message(String openId, String type, String content) {
        return "<xml>" + head(openId, type) + content + "<MsgId>" + ids.incrementAndGet() + "</MsgId></xml>";
    }

    private String head(String openId, String type) {
        return element("ToUserName", account.openId())
                + element("FromUserName", openId)
                + "<CreateTime>" + clock.instant().getEpochSecond() + "</CreateTime>"
                + element("MsgType", type);
    }

    private static String element(String name, String text) {
        return "<" + name + "><![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }
}
