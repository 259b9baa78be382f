package org.intakehub.adapter.weibo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;

/** Chooses how an answer leaves: by the reply call while the platform allows it, else by hand; a mention's one reply is for the answer. */
final class Answers {
    private static final Pattern USER = Pattern.compile("[0-9]{1,19}");
    private static final Pattern MENTION =
            Pattern.compile("(" + String.join("|", Keys.STATUS, Keys.COMMENT) + ")\\|([0-9]{1,19})");
    private static final String ENDS = "。！？；\n.!?;";

    private final WeiboSettings settings;

    Answers(WeiboSettings settings) {
        this.settings = settings;
    }

    Outgoing compose(Reply reply) {
        if (!USER.matcher(reply.recipient()).matches()) {
            throw new RemoteRejected("the recipient is no user's id");
        }
        if (isLate(reply)) {
            return byHand(
                    reply,
                    true,
                    "The citizen last wrote more than " + settings.replyWindow().toHours()
                            + " hours before this answer, after which Weibo takes no reply: answer in public, or by private"
                            + " message from the account itself.");
        }
        if (isOnAMention(reply) && reply.kind() == Reply.Kind.ACKNOWLEDGEMENT) {
            return byHand(
                    reply,
                    false,
                    "Weibo allows one reply to a mention, which is kept for the answer: tell the citizen in public that"
                            + " the matter was taken in, if they should know now.");
        }
        return new Outgoing.ByCall(new Call(
                "POST",
                settings.address(settings.paths().reply()),
                AccessToken.FORM,
                Payload.of(form(reply), StandardCharsets.UTF_8)));
    }

    /** What a person posts by hand is not cut. */
    String shown(Reply reply) {
        return isLate(reply) ? reply.text() : cut(reply);
    }

    private boolean isLate(Reply reply) {
        return Duration.between(reply.heardAt(), reply.queuedAt()).compareTo(settings.replyWindow()) >= 0;
    }

    private static boolean isOnAMention(Reply reply) {
        return reply.references().stream().anyMatch(key -> MENTION.matcher(key).matches());
    }

    private String form(Reply reply) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", "text");
        fields.put("data", Json.write(Map.of("text", cut(reply))));
        fields.put("receiver_id", reply.recipient());
        fields.put("save_sender_box", "1");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Behind the last sentence that fits if that keeps three quarters of the room, else behind the last character. */
    private String cut(Reply reply) {
        var text = reply.text();
        if (text.codePointCount(0, text.length()) <= settings.textLimit()) {
            return text;
        }
        var number = Words.oneLine(reply.caseNumber());
        var tail = "……（未完，办件编号 " + number.substring(0, Math.min(24, number.length())) + "）";
        var room = settings.textLimit() - tail.codePointCount(0, tail.length());
        var fitting = text.substring(0, text.offsetByCodePoints(0, room));
        var end = fitting.length();
        while (end > 0 && ENDS.indexOf(fitting.charAt(end - 1)) < 0) {
            end--;
        }
        return (end >= fitting.length() * 3 / 4 ? fitting.substring(0, end) : fitting) + tail;
    }

    private Outgoing byHand(Reply reply, boolean expired, String instruction) {
        return new Outgoing.ByHand(page(reply), instruction, reply.text(), expired);
    }

    /** A status has a page; a comment's number alone does not tell where it stands. */
    private Optional<URI> page(Reply reply) {
        return reply.references().stream()
                .map(MENTION::matcher)
                .filter(found -> found.matches() && found.group(1).equals(Keys.STATUS))
                .map(found -> settings.pageOf(found.group(2)))
                .reduce((first, later) -> later);
    }
}
