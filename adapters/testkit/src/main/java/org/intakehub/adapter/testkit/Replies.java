package org.intakehub.adapter.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.Step;

/** Replies as the hub writes them, and as somebody would like it to write them. */
final class Replies {
    /** An address that no reply may reach. */
    static final String STRANGER = "stranger@example.org";

    private static final String CASE_NUMBER = "A20261123-000001";
    private static final String CASE_TOKEN = "c1-7gq2kd5x";
    private static final Instant QUEUED = Instant.parse("2026-11-23T04:00:00Z");

    private Replies() {}

    static Reply to(String recipient, String text) {
        return reply("reply-1", Reply.Kind.ANSWER, CASE_NUMBER, recipient, "路灯不亮", text, "first@example.org");
    }

    static Reply acknowledgement(String recipient) {
        return reply("reply-3", Reply.Kind.ACKNOWLEDGEMENT, CASE_NUMBER, recipient, "路灯不亮", "收到。", "first@example.org");
    }

    static Reply withId(Reply reply, String id) {
        return new Reply(
                id,
                reply.kind(),
                reply.caseNumber(),
                reply.caseToken(),
                reply.recipient(),
                reply.originalTitle(),
                reply.text(),
                reply.references(),
                reply.externalId(),
                reply.heardAt(),
                reply.queuedAt());
    }

    /** Replies with a line of a stranger's in each part that could reach a header. */
    static List<Reply> injected(String recipient) {
        var replies = new ArrayList<Reply>();
        for (var end : List.of("\r\n", "\n", "\r", "\u0000")) {
            var bad = end + "Bcc:" + STRANGER;
            replies.add(reply("r1", Reply.Kind.ANSWER, CASE_NUMBER, recipient, "灯" + bad, "好", "a@example.org"));
            replies.add(reply("r2", Reply.Kind.ANSWER, CASE_NUMBER, recipient, "灯", "好", "a@example.org" + bad));
            replies.add(reply("r3", Reply.Kind.ANSWER, CASE_NUMBER, recipient + bad, "灯", "好", "a@example.org"));
            replies.add(reply("r4", Reply.Kind.ANSWER, CASE_NUMBER + bad, recipient, "灯", "好", "a@example.org"));
        }
        return replies;
    }

    /** What the adapter composes; empty if it refuses in so many words. */
    static Optional<Outgoing> composed(ReplyingAdapter adapter, Reply reply) {
        try {
            return Optional.of(adapter.compose(reply));
        } catch (IntakeException refusal) {
            return Optional.empty();
        }
    }

    /** Everything that stands in a header. */
    static List<String> headers(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.ByMail mail) {
            return Stream.concat(
                            Stream.of(mail.from(), mail.to(), mail.messageId(), mail.subject()), flat(mail.headers()))
                    .toList();
        }
        return outgoing instanceof Outgoing.ByCall by
                ? flat(by.call().headers()).toList()
                : List.of();
    }

    /** The words of what is sent, whether they stand in JSON, in a form or as they are. */
    static String readable(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.ByMail mail) {
            return mail.text();
        }
        if (outgoing instanceof Outgoing.ByHand task) {
            return task.text();
        }
        var body = ((Outgoing.ByCall) outgoing).call().body().text(StandardCharsets.UTF_8);
        var form = body.matches("(?s)[\\x21-\\x7e]*") && body.contains("=")
                ? URLDecoder.decode(body.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8)
                : body;
        return form.replace("\\n", "\n").replace("\\\"", "\"").replace("\\/", "/");
    }

    static String header(Outgoing.ByMail mail, String name) {
        return mail.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    static Answer answer(Call call, Answered answered) {
        return answered.to(new Step.Ask(call, Cursor.START, ""), AdapterUnderTest.NOW);
    }

    private static Stream<String> flat(Map<String, String> headers) {
        return headers.entrySet().stream().flatMap(header -> Stream.of(header.getKey(), header.getValue()));
    }

    private static Reply reply(
            String id, Reply.Kind kind, String number, String recipient, String title, String text, String older) {
        return new Reply(
                id,
                kind,
                number,
                CASE_TOKEN,
                recipient,
                Optional.of(title),
                text,
                List.of(older, "second@example.org"),
                Optional.of("8812"),
                QUEUED.minusSeconds(3600),
                QUEUED);
    }
}
