package org.intakehub.adapter.wechat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Citizen.Kind;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.Threading;

/** Makes a message of what was pushed; what is no citizen's matter is parked with its fields. */
final class CitizenMessages {
    private static final String FROM = "FromUserName";
    private static final String CREATED = "CreateTime";
    private static final String TYPE = "MsgType";
    private static final String ID = "MsgId";

    /** The field that becomes a message's text, by type. */
    private static final Map<String, String> WORDS =
            Map.of("text", "Content", "voice", "Recognition", "link", "Description", "miniprogrampage", "Description");

    private final WechatSettings settings;
    private final Enclosures enclosures;

    CitizenMessages(WechatSettings settings) {
        this.settings = settings;
        enclosures = new Enclosures(settings);
    }

    IntakeMessage of(Fields fields) {
        var type = fields.line(TYPE).orElse("");
        var message = IntakeMessage.of(key(fields, type));
        message.externalId(fields.line(ID).orElse(null));
        var placed = new HashSet<>(Set.of(FROM));
        fields.line(FROM).ifPresent(openId -> message.citizen(citizen(openId)));
        occurredAt(fields)
                .ifPresentOrElse(
                        time -> {
                            message.occurredAt(time);
                            placed.add(CREATED);
                        },
                        () -> message.note("time missing or not understood"));
        message.threading(Threading.conversation(settings.conversation()));
        if (fields.repaired()) {
            message.note("characters that XML does not allow were dropped");
        }
        if (isMatter(type, fields, message)) {
            placed.add(WORDS.getOrDefault(type, FROM));
        }
        fields.all().forEach((name, value) -> {
            if (!placed.contains(name)) {
                message.extra(name, value);
            }
        });
        return message.build();
    }

    /** Fills in what the citizen said, or parks the message and says why. */
    private boolean isMatter(String type, Fields fields, IntakeMessage.Builder message) {
        if (type.equals("event")) {
            message.report(SentEvents.report(fields).orElse(null));
            return park(message, "事件 " + fields.line("Event").orElse(""), "an event of the platform, not a message");
        }
        if (fields.line(FROM).isEmpty() || fields.line(CREATED).isEmpty() || type.isEmpty()) {
            return park(message, type, "names no sender, time or type as a citizen's message does");
        }
        return content(type, fields, message);
    }

    /** MsgId alone is not unique across citizens; events have none. */
    private static MessageKey key(Fields fields, String type) {
        var from = fields.text(FROM);
        var created = fields.text(CREATED);
        if (type.equals("event")) {
            return MessageKey.of(created, from, fields.text("Event"), fields.text("EventKey"));
        }
        return fields.line(ID)
                .map(id -> MessageKey.of(id, from, created))
                .orElseGet(() -> MessageKey.of("sha256", digest(fields)));
    }

    private static String digest(Fields fields) {
        var all = fields.all().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        return Payload.of(all, StandardCharsets.UTF_8).sha256();
    }

    private static Citizen citizen(String openId) {
        return new Citizen(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kind.PERSON,
                false,
                Optional.of(openId));
    }

    private static Optional<Instant> occurredAt(Fields fields) {
        return fields.line(CREATED)
                .filter(seconds -> seconds.matches("[0-9]{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static boolean park(IntakeMessage.Builder message, String title, String reason) {
        message.title(Titles.of(title, "微信推送")).automatic(reason);
        return false;
    }

    private boolean content(String type, Fields fields, IntakeMessage.Builder message) {
        switch (type) {
            case "text" -> say(message, fields.text("Content"), "文字消息");
            case "image" -> say(message, "", "图片消息");
            case "voice" -> voice(fields, message);
            case "video" -> say(message, "", "视频消息");
            case "shortvideo" -> say(message, "", "小视频消息");
            case "location" -> location(fields, message);
            case "link", "miniprogrampage" -> link(fields, message);
            default -> {
                return park(message, "消息 " + type, "a type of message that is not known");
            }
        }
        enclosures.add(type, fields, message);
        return true;
    }

    private static void say(IntakeMessage.Builder message, String text, String otherwise) {
        var plain = Titles.plain(text);
        message.text(plain).title(Titles.of(plain, otherwise));
    }

    private static void voice(Fields fields, IntakeMessage.Builder message) {
        var words = fields.text("Recognition");
        if (!words.isBlank()) {
            message.note("text made of speech by the platform");
        }
        say(message, words, "语音消息");
    }

    private static void link(Fields fields, IntakeMessage.Builder message) {
        var address = fields.line("Url").or(() -> fields.line("PagePath")).orElse("");
        say(message, (fields.text("Description") + "\n" + address).strip(), "链接消息");
        fields.line("Title").ifPresent(title -> message.title(Titles.of(title, title)));
        fields.line("Url").flatMap(CitizenMessages::http).ifPresent(message::externalUrl);
    }

    private static Optional<URI> http(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void location(Fields fields, IntakeMessage.Builder message) {
        var label = fields.line("Label");
        say(message, label.orElse(""), "位置消息");
        var latitude = degrees(fields, "Location_X");
        var longitude = degrees(fields, "Location_Y");
        var coordinates = latitude.flatMap(y -> longitude
                .filter(x -> Math.abs(x) <= 180 && Math.abs(y) <= 90)
                .map(x -> new Coordinates(x, y, settings.locationSystem())));
        if (coordinates.isEmpty()) {
            message.note("position not understood");
        }
        message.place(new PlaceHint(label, Optional.empty(), coordinates));
    }

    private static Optional<Double> degrees(Fields fields, String name) {
        return fields.line(name)
                .filter(text -> text.matches("-?[0-9]{1,3}(\\.[0-9]{1,20})?"))
                .map(Double::valueOf);
    }
}
