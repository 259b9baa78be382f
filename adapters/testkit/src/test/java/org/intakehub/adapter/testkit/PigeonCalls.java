package org.intakehub.adapter.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;

/** A channel that answers by HTTP, correct and open for faults. */
class PigeonCalls implements ReplyingAdapter {
    static final int MOST = 2_000;

    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-calls");
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return PigeonText.read(raw.body());
    }

    @Override
    public Outgoing compose(Reply reply) {
        var headers = Map.of("reply-id", id(reply), "to", name(reply.recipient()), "token", Pigeons.TOKEN.value());
        return new Outgoing.ByCall(
                new Call("POST", url(), headers, Payload.of(text(reply.text()), StandardCharsets.UTF_8)));
    }

    @Override
    public String shown(Reply reply) {
        return text(reply.text());
    }

    URI url() {
        return URI.create("https://loft.example.org/replies");
    }

    String id(Reply reply) {
        return reply.id();
    }

    String name(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }

    String text(String text) {
        var end = Math.min(text.length(), MOST / 4);
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    @Override
    public String confirm(Answer answer) {
        if (answer.status() == 429 || answer.status() >= 500) {
            return fault();
        }
        if (answer.status() != 200) {
            throw refusal();
        }
        var said = PigeonText.utf8(answer.body());
        if (said.equals("busy")) {
            return fault();
        }
        if (!said.startsWith("sent ")) {
            throw refusal();
        }
        return said.substring("sent ".length());
    }

    String fault() {
        throw new RemoteUnavailable("the pigeon rests");
    }

    RuntimeException refusal() {
        return new RemoteRejected("the pigeon does not fly there");
    }
}
