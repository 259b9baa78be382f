package org.intakehub.adapter.weibo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.Threading;
import tools.jackson.databind.JsonNode;

/** Makes a message of a status or a comment out of a list. */
final class ListedMessages {
    private static final Map<String, String> GENDERS = Map.of("m", "男", "f", "女");

    /** Fields that have their place in the model. */
    private static final Set<String> PLACED = Set.of("text", "created_at", "status.text", "retweeted_status.text");

    private static final int MOST_PICTURES = 18;

    private final WeiboSettings settings;

    ListedMessages(WeiboSettings settings) {
        this.settings = settings;
    }

    IntakeMessage of(JsonNode item) {
        var id = Json.id(item, "id")
                .or(() -> Json.id(item, "idstr"))
                .orElseThrow(() -> new MalformedMessage("the item has no id"));
        var comment = item.has("status");
        var text = Words.plain(item.path("text").asString(""));
        var message = IntakeMessage.of(MessageKey.of(comment ? Keys.COMMENT : Keys.STATUS, id))
                .externalId(id)
                .title(Words.title(text, comment ? "评论" : "微博"))
                .text(text)
                .foldedText(Words.plain(quoted(item, comment)))
                .threading(Threading.conversation(settings.conversation()));
        Json.value(item, "created_at")
                .flatMap(Words::time)
                .ifPresentOrElse(message::occurredAt, () -> message.note("time missing or not understood"));
        page(item, id, comment).ifPresent(message::externalUrl);
        author(item, message);
        pictures(item, message);
        place(item, message);
        if (item.path("isLongText").asBoolean(false)) {
            message.note("the platform sent the beginning of the text only");
        }
        extras(item, message);
        return message.build();
    }

    /** What a comment stands under, or what was forwarded. */
    private static String quoted(JsonNode item, boolean comment) {
        return item.path(comment ? "status" : "retweeted_status").path("text").asString("");
    }

    private Optional<URI> page(JsonNode item, String id, boolean comment) {
        return comment ? Json.id(item.path("status"), "id").map(settings::pageOf) : Optional.of(settings.pageOf(id));
    }

    private static void author(JsonNode item, IntakeMessage.Builder message) {
        var user = item.path("user");
        Json.id(user, "id")
                .or(() -> Json.id(user, "idstr"))
                .ifPresentOrElse(
                        id -> message.citizen(Words.citizen(
                                id,
                                Json.value(user, "screen_name"),
                                Json.value(user, "gender").flatMap(code -> Optional.ofNullable(GENDERS.get(code))))),
                        () -> message.automatic("deleted on the platform before it was asked for"));
    }

    private static void pictures(JsonNode item, IntakeMessage.Builder message) {
        item.path("pic_urls")
                .valueStream()
                .limit(MOST_PICTURES)
                .forEach(picture -> Json.value(picture, "thumbnail_pic")
                        .flatMap(ListedMessages::large)
                        .ifPresent(url -> message.attach(new Attachment.Linked("图片.jpg", "image/jpeg", url))));
    }

    /** Lists name the thumbnail; the picture itself has the same address with another size in it. */
    private static Optional<URI> large(String thumbnail) {
        try {
            var url = new URI(thumbnail.replace("/thumbnail/", "/large/"));
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            return url.getHost() != null && scheme.matches("https?") ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The platform's own fields give the latitude first. */
    private void place(JsonNode item, IntakeMessage.Builder message) {
        var degrees = item.path("geo").path("coordinates");
        Keys.coordinates(degrees.path(1), degrees.path(0), settings.locationSystem())
                .map(Optional::of)
                .map(coordinates -> new PlaceHint(Optional.empty(), Optional.empty(), coordinates))
                .ifPresent(message::place);
    }

    private static void extras(JsonNode item, IntakeMessage.Builder message) {
        Json.flat(item).entrySet().stream()
                .filter(field -> !PLACED.contains(field.getKey()))
                .forEach(field -> message.extra(field.getKey(), field.getValue()));
        Json.value(item, "created_at")
                .filter(time -> Words.time(time).isEmpty())
                .ifPresent(time -> message.extra("created_at", time));
    }
}
