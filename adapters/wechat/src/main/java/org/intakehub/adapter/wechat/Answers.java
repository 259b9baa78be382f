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
        var waited = Duration.between(reply.heardAt(), reply.queuedAt());
        if (waited.compareTo(settings.replyWindow()) < 0) {
            return post(settings.paths().customerMessage(), customerMessage(reply));
        }
        var notice = settings.notice();
        return notice == null ? byHand(reply) : post(path(notice), noticeOf(notice, reply));
    }

    private Map<String, Object> customerMessage(Reply reply) {
        var text = Cut.to(
                reply.text(), settings.textLimit(), "……（全文较长，未完，办件编号 " + Fields.oneLine(reply.caseNumber()) + "）");
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", reply.recipient());
        message.put("msgtype", "text");
        message.put("text", Map.of("content", text));
        return message;
    }

    private String path(WechatNotice notice) {
        return notice.kind() == WechatNotice.Kind.TEMPLATE
                ? settings.paths().template()
                : settings.paths().subscription();
    }

    private static Map<String, Object> noticeOf(WechatNotice notice, Reply reply) {
        var data = new TreeMap<String, Object>();
        notice.fields()
                .forEach((name, value) ->
                        data.put(name, Map.of("value", Cut.toCharacters(filled(value, reply), notice.fieldLimit()))));
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
                reply.text());
    }
}
