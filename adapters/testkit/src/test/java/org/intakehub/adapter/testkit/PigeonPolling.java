package org.intakehub.adapter.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;

/** A correct poller, open for faults: pages of letters, read from behind the last number seen. */
class PigeonPolling implements PollingAdapter {
    static final int PAGE = 3;

    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-polling");
    }

    @Override
    public Step start(Cursor from) {
        var url = URI.create("https://loft.example.org/letters?after=" + after(from));
        return new Step.Ask(Call.get(url, Map.of("authorization", Pigeons.TOKEN.value())), from, note());
    }

    @Override
    public Step next(Answer answer) {
        status(answer.status());
        var text = PigeonText.utf8(answer.body());
        if (text.equals("busy")) {
            return busy(answer);
        }
        if (text.equals("banned")) {
            throw new RemoteRejected("the loft wants no more of us");
        }
        if (text.equals("none")) {
            return new Step.Found(List.of(), answer.asked().cursor(), false);
        }
        return found(answer, read(answer));
    }

    int after(Cursor cursor) {
        return cursor.equals(Cursor.START) ? 0 : Integer.parseInt(cursor.value());
    }

    String note() {
        return "";
    }

    void status(int status) {
        if (status == 429 || status >= 500) {
            throw new RemoteUnavailable("the loft is closed");
        }
        if (status != 200) {
            throw new RemoteRejected("the loft says " + status);
        }
    }

    Step busy(Answer answer) {
        throw new RemoteUnavailable("the loft is busy");
    }

    List<IntakeMessage> read(Answer answer) {
        try {
            return PigeonText.read(answer.body());
        } catch (MalformedMessage e) {
            throw new RemoteUnavailable("the loft coos", e);
        }
    }

    Step found(Answer answer, List<IntakeMessage> letters) {
        var next = after(answer.asked().cursor()) + letters.size();
        return new Step.Found(
                letters.stream().map(PigeonPolling::raw).toList(),
                new Cursor(String.valueOf(next)),
                letters.size() == PAGE);
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return PigeonText.read(raw.body());
    }

    static RawMessage raw(IntakeMessage letter) {
        var text = "letter " + letter.key() + "\ntitle " + letter.title() + "\ntext " + letter.text() + "\nend\n";
        return new RawMessage(
                new ChannelId("pigeon-polling"),
                new SourceId("contract-source"),
                letter.key().value(),
                AdapterUnderTest.NOW,
                Map.of(),
                Payload.of(text, StandardCharsets.UTF_8),
                SignatureStatus.FETCHED);
    }
}
