package org.intakehub.adapter.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;

/** Chooses how an answer leaves: as a customer-service message while the platform allows it, else as a notice, else by hand. */
final class Answers {
    static final Map<String, String> JSON = Map.of("content-type", "application/json; charset=utf-8");

    private static final Pattern OPEN_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final WechatSettings settings;

    Answers(WechatSettings settings) {
        this.settings = settings;
    }

    Outgoing compose(Reply reply) {
        if (!OPEN_ID.matcher(reply.recipient()).matches()) {
            throw new RemoteRejected("the recipient is no openid");
        }
        if (isInTime(reply)) {
            return post(settings.paths().customerMessage(), customerMessage(reply));
        }
        return notice(reply).orElseGet(() -> byHand(reply));
    }

    /** The platform may close the window earlier than its documents say: the notice is then still open. */
    Optional<Outgoing> otherwise(Reply reply) {
        return isInTime(reply) ? notice(reply) : Optional.empty();
    }

    /** A notice shows its fields, each in a line. */
    String shown(Reply reply) {
        var notice = settings.notice();
        if (isInTime(reply)) {
            return text(reply);
        }
        return notice == null
                ? reply.text()
                : String.join("\n", values(notice, reply).values());
    }

    private boolean isInTime(Reply reply) {
        return Duration.between(reply.heardAt(), reply.queuedAt()).compareTo(settings.replyWindow()) < 0;
    }

    private Optional<Outgoing> notice(Reply reply) {
        return Optional.ofNullable(settings.notice()).map(notice -> post(path(notice), noticeOf(notice, reply)));
    }

    private String text(Reply reply) {
        return Cut.to(
                reply.text(), settings.textLimit(), "……（全文较长，未完，办件编号 " + Fields.oneLine(reply.caseNumber()) + "）");
    }

    private Map<String, Object> customerMessage(Reply reply) {
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", reply.recipient());
        message.put("msgtype", "text");
        message.put("text", Map.of("content", text(reply)));
        return message;
    }

    private String path(WechatNotice notice) {
        return notice.kind() == WechatNotice.Kind.TEMPLATE
                ? settings.paths().template()
                : settings.paths().subscription();
    }

    private static Map<String, Object> noticeOf(WechatNotice notice, Reply reply) {
        var data = new TreeMap<String, Object>();
        values(notice, reply).forEach((name, value) -> data.put(name, Map.of("value", value)));
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", reply.recipient());
        message.put("template_id", notice.templateId());
        var page = notice.page();
        if (page != null && !page.isBlank()) {
            message.put(
                    notice.kind() == WechatNotice.Kind.TEMPLATE ? "url" : "page",
                    page.replace("{case}", Fields.oneLine(reply.caseNumber())));
        }
        message.put("data", data);
        return message;
    }

    private static Map<String, String> values(WechatNotice notice, Reply reply) {
        var values = new TreeMap<String, String>();
        notice.fields()
                .forEach(
                        (name, value) -> values.put(name, Cut.toCharacters(filled(value, reply), notice.fieldLimit())));
        return values;
    }

    /** A placeholder within what a citizen or the city wrote is text: each part is filled in once. */
    private static String filled(String value, Reply reply) {
        var parts = Map.of(
                "{case}", reply.caseNumber(),
                "{title}", reply.originalTitle().orElse(""),
                "{text}", reply.text());
        return Fields.oneLine(Pattern.compile("\\{(case|title|text)}")
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(parts.getOrDefault(match.group(), ""))));
    }

    private Outgoing post(String path, Map<String, Object> message) {
        var body = Payload.of(JsonFields.write(message), StandardCharsets.UTF_8);
        return new Outgoing.ByCall(new Call("POST", settings.address(path), JSON, body));
    }

    private Outgoing byHand(Reply reply) {
        return new Outgoing.ByHand(
                Optional.empty(),
                "The citizen last wrote more than " + settings.replyWindow().toHours()
                        + " hours before this answer, after which WeChat takes no customer-service message: reach them another"
                        + " way, or answer on the account's page as soon as they write again.",
                reply.text(),
                true);
    }
}
