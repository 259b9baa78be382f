package org.intakehub.adapter.wechat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;

/** Names the addresses where what citizens sent can be fetched for three days. */
final class Enclosures {
    private static final Map<String, String> SOUNDS =
            Map.of("amr", "audio/amr", "speex", "audio/speex", "silk", "audio/silk", "mp3", "audio/mpeg");

    private final WechatSettings settings;

    Enclosures(WechatSettings settings) {
        this.settings = settings;
    }

    void add(String type, Fields fields, IntakeMessage.Builder message) {
        switch (type) {
            case "image" -> media("MediaId", "图片.jpg", "image/jpeg", fields, message);
            case "voice" -> voice(fields, message);
            case "video", "shortvideo" -> {
                media("MediaId", "视频.mp4", "video/mp4", fields, message);
                thumb(fields, message);
            }
            case "miniprogrampage" -> thumb(fields, message);
            default -> {}
        }
    }

    private void voice(Fields fields, IntakeMessage.Builder message) {
        var format = fields.line("Format").orElse("amr").toLowerCase(Locale.ROOT);
        var known = SOUNDS.containsKey(format) ? format : "amr";
        media("MediaId", "语音." + known, SOUNDS.getOrDefault(known, "audio/amr"), fields, message);
    }

    private void thumb(Fields fields, IntakeMessage.Builder message) {
        if (fields.line("ThumbMediaId").isPresent()) {
            media("ThumbMediaId", "缩略图.jpg", "image/jpeg", fields, message);
        }
    }

    private void media(String field, String name, String declaredType, Fields fields, IntakeMessage.Builder message) {
        fields.line(field)
                .ifPresentOrElse(
                        id -> message.attach(new Attachment.Linked(name, declaredType, address(id))),
                        () -> message.note("the platform named no media"));
    }

    private URI address(String mediaId) {
        return URI.create(settings.address(settings.paths().media())
                + "?media_id="
                + URLEncoder.encode(mediaId, StandardCharsets.UTF_8));
    }
}
