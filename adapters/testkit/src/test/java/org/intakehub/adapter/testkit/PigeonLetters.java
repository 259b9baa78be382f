package org.intakehub.adapter.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;

/** A mailbox that answers by mail, correct and open for faults. */
class PigeonLetters extends PigeonMail implements ReplyingAdapter {
    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-letters");
    }

    @Override
    public Outgoing compose(Reply reply) {
        var headers = new LinkedHashMap<String, String>();
        var references = references(reply);
        if (!references.isEmpty()) {
            headers.put("In-Reply-To", "<" + references.get(references.size() - 1) + ">");
            headers.put(
                    "References", references.stream().map(id -> "<" + id + ">").collect(Collectors.joining(" ")));
        }
        headers.putAll(automatic(reply));
        return new Outgoing.ByMail(
                new Outgoing.MailServer("mail.example.org", 587, true, "pigeon", Pigeons.TOKEN),
                "mailbox@city.example.org",
                to(reply.recipient()),
                id(reply),
                subject(reply),
                text(reply.text()),
                headers);
    }

    List<String> references(Reply reply) {
        return reply.references().stream().map(PigeonLetters::line).toList();
    }

    Map<String, String> automatic(Reply reply) {
        return reply.kind() == Reply.Kind.ACKNOWLEDGEMENT ? Map.of("Auto-Submitted", "auto-replied") : Map.of();
    }

    String to(String recipient) {
        if (!recipient.matches("[^,\\s\\p{Cc}]+@[^,\\s\\p{Cc}]+")) {
            throw new RemoteRejected("no address");
        }
        return recipient;
    }

    String id(Reply reply) {
        return reply.id() + "@city.example.org";
    }

    String subject(Reply reply) {
        var title = line(reply.originalTitle().orElse(""));
        return line("[" + reply.caseNumber() + " " + reply.caseToken() + "] ") + title;
    }

    @Override
    public String shown(Reply reply) {
        return text(reply.text());
    }

    String text(String text) {
        return text;
    }

    static String line(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }

    @Override
    public String confirm(Answer answer) {
        throw new RemoteRejected("mail is not confirmed");
    }
}
