package org.intakehub.adapter.telephone;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks a switch for the present event of one agent after the other; an event that still stands is not found again. */
final class PolledCalls implements PollingAdapter, FormAdapter {
    private final SourceId source;
    private final TelephoneSettings settings;
    private final String address;
    private final Calls calls;

    PolledCalls(SourceId source, TelephoneSettings settings) {
        this.source = source;
        this.settings = settings;
        address = requireNonNull(settings.poll());
        calls = new Calls(settings);
    }

    @Override
    public ChannelId channel() {
        return TelephoneProvider.CHANNEL;
    }

    @Override
    public Step start(Cursor from) {
        var agent =
                settings.agents().get(Seen.of(from, settings.agents().size()).agent());
        var key = settings.pollKey();
        var headers = key == null ? Map.<String, String>of() : Map.of(settings.keyName(), key.value());
        return new Step.Ask(Call.get(URI.create(address.replace(TelephoneSettings.AGENT, agent)), headers), from, "");
    }

    @Override
    public Step next(Answer answer) {
        refuse(answer.status());
        var seen = Seen.of(answer.asked().cursor(), settings.agents().size());
        var raws = new ArrayList<RawMessage>();
        var standing = new ArrayList<String>();
        for (var event : events(answer.body())) {
            var mark = mark(event);
            standing.add(mark);
            if (!seen.has(mark)) {
                raws.add(raw(event, answer.receivedAt()));
            }
        }
        var isLast = seen.agent() == settings.agents().size() - 1;
        return new Step.Found(raws, seen.next(standing), !isLast);
    }

    private static void refuse(int status) {
        if (status == 401 || status == 403 || status == 404) {
            throw new RemoteRejected("the switch refuses with status " + status);
        }
        if (status != 200 && status != 204) {
            throw new RemoteUnavailable("the switch answers with status " + status);
        }
    }

    /** No event, one, or several: switches differ. */
    private static List<Payload> events(Payload body) {
        try {
            var text = body.text(StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                return List.of();
            }
            var node = CallEvent.JSON.readTree(text);
            if (node.isArray()) {
                return node.valueStream().map(PolledCalls::event).toList();
            }
            return node.isNull() || (node.isObject() && node.isEmpty()) ? List.of() : List.of(event(node));
        } catch (JacksonException e) {
            throw new RemoteUnavailable("the switch's answer is not JSON");
        }
    }

    private static Payload event(JsonNode node) {
        // an error comes with status 200 and names no call
        if (!node.hasNonNull("uid") && !node.hasNonNull("callId")) {
            throw new RemoteUnavailable("the switch's answer names no call");
        }
        return Payload.of(node.toString(), StandardCharsets.UTF_8);
    }

    private String mark(Payload event) {
        try {
            var key = calls.message(CallEvent.read(event)).key().value();
            return Payload.of(key, StandardCharsets.UTF_8).sha256().substring(0, 16);
        } catch (MalformedMessage e) {
            return event.sha256().substring(0, 16);
        }
    }

    private RawMessage raw(Payload event, Instant at) {
        return new RawMessage(
                channel(), source, "sha256:" + event.sha256(), at, Map.of(), event, SignatureStatus.FETCHED);
    }

    @Override
    public Payload write(FormEntry entry) {
        return CallForm.write(entry);
    }

    @Override
    public String desk() {
        return TelephoneProvider.DESK;
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return List.of(calls.read(raw));
    }
}
