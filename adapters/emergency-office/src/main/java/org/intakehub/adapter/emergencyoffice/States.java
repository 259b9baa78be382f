package org.intakehub.adapter.emergencyoffice;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells the office, signed, what state its event has come to. */
final class States {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EmergencyOfficeSettings settings;
    private final URI address;
    private final Secret key;

    States(EmergencyOfficeSettings settings) {
        this.settings = settings;
        address = requireNonNull(settings.state());
        key = requireNonNull(settings.ownKey());
    }

    /** The signature bears the time at which the state was given, so that each attempt is the same call. */
    Outgoing compose(Reply reply) {
        var state = reply.kind() == Reply.Kind.ACKNOWLEDGEMENT ? "received" : "answered";
        return told(
                Map.of(
                        "id", reply.id(),
                        "eventId", reply.recipient(),
                        "caseNumber", reply.caseNumber(),
                        "state", state,
                        "text", reply.text()),
                reply.queuedAt());
    }

    /** A state that a person tells. */
    Outgoing tell(FarRequest request) {
        if (!(request.wish() instanceof FarRequest.State told)) {
            throw new RemoteRejected("the emergency office takes states only");
        }
        var event = request.externalId().orElseThrow(() -> new RemoteRejected("the office has no such event"));
        return told(
                Map.of(
                        "id", request.id(),
                        "eventId", event,
                        "caseNumber", request.caseNumber(),
                        "state", told.state(),
                        "text", request.opinion()),
                request.askedAt());
    }

    private Outgoing told(Map<String, String> what, Instant at) {
        var given = OffsetDateTime.ofInstant(at, settings.zone());
        var fields = new TreeMap<String, String>(what);
        fields.put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(given));
        var body = Payload.of(JSON.writeValueAsString(fields), StandardCharsets.UTF_8);
        var seconds = String.valueOf(at.getEpochSecond());
        var headers = Map.of(
                "content-type",
                "application/json",
                settings.timeHeader(),
                seconds,
                settings.signatureHeader(),
                SharedKeys.hmac(key, seconds + "\n", body));
        return new Outgoing.ByCall(new Call("POST", address, headers, body));
    }

    /** The office's own id of the state, which it names in {@code id}. */
    String confirm(Answer answer) {
        var status = answer.status();
        if (status == 429 || status >= 500 || (status >= 300 && status < 400)) {
            throw new RemoteUnavailable("the emergency office answers with status " + status);
        }
        if (status >= 400) {
            throw new RemoteRejected("the emergency office refuses with status " + status);
        }
        try {
            var said = JSON.readTree(answer.body().text(StandardCharsets.UTF_8));
            if (said.hasNonNull("error")) {
                throw new RemoteRejected("the emergency office names an error behind status " + status);
            }
            return said.path("id")
                    .asStringOpt()
                    .filter(id -> !id.isBlank())
                    .orElseThrow(
                            () -> new RemoteUnavailable("the emergency office does not say that it took the state"));
        } catch (JacksonException e) {
            throw new RemoteUnavailable("the emergency office's answer is not JSON");
        }
    }
}
