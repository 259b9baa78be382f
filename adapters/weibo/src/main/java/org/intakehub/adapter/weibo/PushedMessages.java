package org.intakehub.adapter.weibo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.Threading;
import tools.jackson.databind.JsonNode;

/** Makes a message of a push; events and unknown types are parked with all their fields. */
final class PushedMessages {
    private final WeiboSettings settings;

    PushedMessages(WeiboSettings settings) {
        this.settings = settings;
    }

    IntakeMessage of(JsonNode push) {
        var type = Json.value(push, "type")
                .map(Words::oneLine)
                .orElseThrow(() -> new MalformedMessage("the push has no type"));
        var text = Words.plain(push.path("text").asString(""));
        var message = IntakeMessage.of(key(push, type)).text(text);
        var created = Json.value(push, "created_at").flatMap(Words::time);
        created.ifPresentOrElse(message::occurredAt, () -> message.note("time missing or not understood"));
        var sender = Json.id(push, "sender_id");
        sender.ifPresent(id -> message.citizen(Words.citizen(id, Optional.empty(), Optional.empty())));
        message.threading(Threading.conversation(settings.conversation()));
        content(type, text, push.path("data"), message);
        if (sender.isEmpty()) {
            message.automatic("names no sender, as a citizen's message does");
        }
        var extras = Json.flat(push);
        extras.remove("text");
        created.ifPresent(time -> extras.remove("created_at"));
        sender.ifPresent(id -> extras.remove("sender_id"));
        extras.forEach(message::extra);
        return message.build();
    }

    /** A mention has the id of what mentions; nothing else has one. */
    private static MessageKey key(JsonNode push, String type) {
        var data = push.path("data");
        var mention = Json.id(data, "key");
        var subtype = data.path("subtype").asString("");
        if (type.equals("mention") && mention.isPresent() && Keys.OF_MENTIONS.contains(subtype)) {
            return MessageKey.of(subtype, mention.get());
        }
        var content = push.path("text").asString("") + "\n" + (data.isMissingNode() ? "" : data.toString());
        return MessageKey.of(
                Json.value(push, "sender_id").orElse(""),
                Json.value(push, "created_at").orElse(""),
                type,
                Payload.of(content, StandardCharsets.UTF_8).sha256());
    }

    private void content(String type, String text, JsonNode data, IntakeMessage.Builder message) {
        var subtype = Words.oneLine(data.path("subtype").asString(""));
        switch (type) {
            case "text" -> message.title(Words.title(text, "私信"));
            case "position" -> position(text, data, message);
            case "image" -> media(data, "图片", "图片.jpg", "image/jpeg", text, message);
            case "voice" -> media(data, "语音", "语音.amr", "audio/amr", text, message);
            case "mention" -> mention(subtype, text, data, message);
            case "event" -> message.title("事件 " + subtype).automatic("an event of the platform, not a message");
            default -> message.title("消息 " + Words.title(type, "")).automatic("a type of message that is not known");
        }
    }

    private void mention(String subtype, String text, JsonNode data, IntakeMessage.Builder message) {
        message.title(Words.title(text, subtype.equals("comment") ? "评论中提到" : "微博中提到"));
        var key = Json.id(data, "key");
        message.externalId(key.orElse(null));
        if (subtype.equals("status")) {
            key.map(settings::pageOf).ifPresent(message::externalUrl);
        }
    }

    private void position(String text, JsonNode data, IntakeMessage.Builder message) {
        var coordinates = Keys.coordinates(data.path("longitude"), data.path("latitude"), settings.locationSystem());
        if (coordinates.isEmpty()) {
            message.note("position not understood");
        }
        message.title(Words.title(text, "位置")).place(new PlaceHint(Optional.empty(), Optional.empty(), coordinates));
    }

    /** The file that the receiver sees is {@code tovfid}; {@code vfid} is the sender's. */
    private void media(
            JsonNode data, String title, String name, String declaredType, String text, IntakeMessage.Builder message) {
        message.title(Words.title(text, title));
        Json.id(data, "tovfid")
                .ifPresentOrElse(
                        id -> message.attach(new Attachment.Linked(name, declaredType, address(id))),
                        () -> message.note("the platform named no file"));
    }

    private URI address(String fileId) {
        return URI.create(settings.address(settings.paths().media()) + "?fid=" + fileId);
    }
}
