package org.intakehub.adapter.urbanmanagement;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.exchange.wire.WireJson;
import tools.jackson.databind.JsonNode;

/** Reads {@code medias}: base64 in {@code content}, or an address. */
final class Pictures {
    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "mp4", "video/mp4",
            "mp3", "audio/mpeg",
            "wav", "audio/wav",
            "amr", "audio/amr",
            "pdf", "application/pdf");

    private Pictures() {}

    /** What cannot be decoded is told of in a note; its bytes stay in the raw message. */
    static void add(JsonNode medias, IntakeMessage.Builder message) {
        for (var i = 0; medias.isArray() && i < medias.size(); i++) {
            var media = medias.get(i);
            var number = i + 1;
            attachment(media)
                    .ifPresentOrElse(
                            message::attach, () -> message.note("attachment " + number + " cannot be decoded"));
        }
    }

    private static Optional<Attachment> attachment(JsonNode media) {
        var name = WireJson.text(media.path("mediaName"));
        var content = WireJson.text(media.path("content"));
        return content.isBlank() ? linked(name, WireJson.text(media.path("mediaUrl"))) : inline(name, content);
    }

    private static Optional<Attachment> inline(String name, String content) {
        try {
            var base64 = content.startsWith("data:") ? content.substring(content.indexOf(',') + 1) : content;
            var bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return Optional.of(new Attachment.Inline(name, type(name), Payload.of(bytes), false));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Attachment> linked(String name, String address) {
        try {
            var url = new URI(address);
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            return url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))
                    ? Optional.empty()
                    : Optional.of(new Attachment.Linked(name, type(name), url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String type(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
