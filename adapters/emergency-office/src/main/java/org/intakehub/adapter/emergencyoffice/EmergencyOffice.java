package org.intakehub.adapter.emergencyoffice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SelfTestingAdapter;
import org.intakehub.core.channel.SharedKeys;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** Takes in the events that an emergency office signs and hands over. */
final class EmergencyOffice implements SelfTestingAdapter, FormAdapter {
    static final ChannelId CHANNEL = new ChannelId("emergency-office");

    private final EmergencyOfficeSettings settings;
    private final SharedKeys keys;
    private final Events events;

    EmergencyOffice(EmergencyOfficeSettings settings) {
        this.settings = settings;
        keys = SharedKeys.of("signing-keys", settings.signingKeys());
        events = new Events(settings.zone());
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Outcome receive(Request request) {
        if (!request.method().equals("POST")) {
            return new Outcome.Refused(Reason.METHOD_NOT_ALLOWED, "Events are sent with POST.");
        }
        var fault = fault(request);
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get(), "The call does not prove that it is the emergency office's.");
        }
        if (request.body().isEmpty()) {
            return new Outcome.Refused(Reason.UNREADABLE, "The body is empty.");
        }
        return Outcome.Accepted.of(new RawMessage(
                CHANNEL,
                request.source(),
                "sha256:" + request.body().sha256(),
                request.receivedAt(),
                Map.of(),
                request.body(),
                SignatureStatus.VERIFIED));
    }

    @Override
    public Request testCall(SourceId source, String mark, Instant now) {
        var body = Payload.of(
                "{\"eventId\":\"" + mark + "\",\"eventTitle\":\"测试消息\",\"bjnr\":\"渠道测试消息，请勿办理：" + mark + "\"}",
                StandardCharsets.UTF_8);
        var time = Long.toString(now.getEpochSecond());
        var signature = SharedKeys.hmac(settings.signingKeys().get(0), time + "\n", body);
        return new Request(
                source,
                "POST",
                WEBHOOK,
                Map.of(),
                Map.of(settings.timeHeader(), List.of(time), settings.signatureHeader(), List.of(signature)),
                body,
                now);
    }

    private Optional<Reason> fault(Request request) {
        var time = request.header(settings.timeHeader()).orElse("");
        var signature = request.header(settings.signatureHeader()).orElse("");
        if (time.isEmpty() || signature.isEmpty()) {
            return Optional.of(Reason.MISSING_PROOF);
        }
        if (!time.matches("[0-9]{1,12}")) {
            return Optional.of(Reason.FORGED_PROOF);
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), request.receivedAt());
        if (off.abs().compareTo(settings.tolerance()) > 0) {
            return Optional.of(Reason.OUTSIDE_TIME_WINDOW);
        }
        return keys.signed(signature, time + "\n", request.body())
                ? Optional.empty()
                : Optional.of(Reason.FORGED_PROOF);
    }

    @Override
    public Payload write(FormEntry entry) {
        return EventForm.write(entry);
    }

    @Override
    public String desk() {
        return "EMERGENCY_OFFICE";
    }

    @Override
    public boolean isPressing() {
        return true;
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return List.of(events.message(FlatEvent.read(raw.body())));
    }
}
