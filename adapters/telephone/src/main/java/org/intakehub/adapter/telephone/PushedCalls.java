package org.intakehub.adapter.telephone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SharedKeys;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.WebhookAdapter;

/** Takes in the events that a switch pushes: as JSON by POST, or as parameters of a GET. */
final class PushedCalls implements WebhookAdapter, FormAdapter {
    private final TelephoneSettings settings;
    private final SharedKeys keys;
    private final Calls calls;

    PushedCalls(TelephoneSettings settings) {
        this.settings = settings;
        keys = SharedKeys.of("keys", settings.keys());
        calls = new Calls(settings);
    }

    @Override
    public ChannelId channel() {
        return TelephoneProvider.CHANNEL;
    }

    @Override
    public Outcome receive(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return new Outcome.Refused(Reason.METHOD_NOT_ALLOWED, "Events are sent with GET or POST.");
        }
        var name = settings.keyName();
        var shown = request.parameter(name).or(() -> request.header(name)).orElse("");
        if (shown.isEmpty()) {
            return new Outcome.Refused(Reason.MISSING_PROOF, "The switch's key is missing.");
        }
        if (!keys.hold(shown)) {
            return new Outcome.Refused(Reason.FORGED_PROOF, "The key is not one of this source.");
        }
        var body = request.method().equals("POST") ? request.body() : parameters(request);
        if (body.isEmpty()) {
            return new Outcome.Refused(Reason.UNREADABLE, "The call tells nothing.");
        }
        return Outcome.Accepted.of(new RawMessage(
                channel(),
                request.source(),
                "sha256:" + body.sha256(),
                request.receivedAt(),
                Map.of(),
                body,
                SignatureStatus.VERIFIED));
    }

    /** A GET has no bytes to keep: its parameters, without the key, become a JSON object. */
    private Payload parameters(Request request) {
        var fields = new TreeMap<String, String>();
        request.query().forEach((name, values) -> {
            if (!name.equals(settings.keyName())) {
                fields.put(name, String.join(",", values));
            }
        });
        return fields.isEmpty()
                ? Payload.of(new byte[0])
                : Payload.of(CallEvent.JSON.writeValueAsString(fields), StandardCharsets.UTF_8);
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
