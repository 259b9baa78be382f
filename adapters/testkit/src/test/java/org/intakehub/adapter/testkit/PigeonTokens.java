package org.intakehub.adapter.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;

/** A channel that puts a ring on its pigeons, correct and open for faults: first a salt, then the ring. */
class PigeonTokens implements TokenAdapter {
    private static final URI DOOR = URI.create("https://loft.example.org/door");

    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-tokens");
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return PigeonText.read(raw.body());
    }

    @Override
    public Step.Ask login() {
        return new Step.Ask(Call.get(DOOR, Map.of()), Cursor.START, "");
    }

    @Override
    public Login proceed(Answer answer) {
        var words = words(answer);
        if (words[0].equals("salt") && words.length == 2) {
            return new Login.More(ring(words[1]));
        }
        if (words[0].equals("ring") && words.length == 3 && words[1].endsWith(salt(answer))) {
            return new Login.Granted(new Secret(words[1]), validUntil(answer, Long.parseLong(words[2])));
        }
        throw words[0].equals("busy") ? fault() : refusal();
    }

    private String[] words(Answer answer) {
        if (answer.status() == 429 || answer.status() >= 500) {
            throw fault();
        }
        if (answer.status() != 200) {
            throw refusal();
        }
        return text(answer).split(" ", -1);
    }

    String text(Answer answer) {
        return answer.body().text(StandardCharsets.UTF_8);
    }

    Step.Ask ring(String salt) {
        var headers = Map.of("password", Pigeons.TOKEN.value());
        return new Step.Ask(
                new Call("POST", DOOR, headers, Payload.of(salt, StandardCharsets.UTF_8)), Cursor.START, salt);
    }

    String salt(Answer answer) {
        return answer.asked().note();
    }

    Instant validUntil(Answer answer, long seconds) {
        return answer.receivedAt().plusSeconds(seconds);
    }

    @Override
    public Call authorise(Call call, Secret token) {
        return needsToken(call.url())
                ? new Call(call.method(), url(call, token), Map.of("ring", ring(token)), call.body())
                : call;
    }

    boolean needsToken(URI url) {
        return DOOR.getHost().equals(url.getHost()) && !url.equals(DOOR);
    }

    URI url(Call call, Secret token) {
        return call.url();
    }

    String ring(Secret token) {
        return token.value();
    }

    @Override
    public boolean refusesToken(Answer answer) {
        return text(answer).equals("lost ring");
    }

    RuntimeException fault() {
        return new RemoteUnavailable("the pigeon rests");
    }

    RuntimeException refusal() {
        return new RemoteRejected("the loft knows no such pigeon");
    }
}
