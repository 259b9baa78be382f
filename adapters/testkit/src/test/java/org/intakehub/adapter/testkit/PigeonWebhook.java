package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.WebhookAdapter;

/** A correct webhook, open for faults: each step can be overridden. */
class PigeonWebhook implements WebhookAdapter {
    static final String SIGNATURE = "pigeon-signature";
    static final String TIME = "pigeon-time";
    static final String ID = "pigeon-id";

    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-webhook");
    }

    @Override
    public Outcome receive(Request request) {
        if (request.parameter("echo").isPresent()) {
            return handshake(request);
        }
        var signature = header(request, SIGNATURE);
        var time = header(request, TIME);
        if (signature.isEmpty() || time.isEmpty() || header(request, ID).isEmpty()) {
            return withoutProof(request);
        }
        if (!time.matches("[0-9]{1,12}")) {
            return refused(Outcome.Reason.FORGED_PROOF);
        }
        if (tooFar(Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), request.receivedAt()))) {
            return refused(Outcome.Reason.OUTSIDE_TIME_WINDOW);
        }
        return genuine(request, signature) ? accepted(request) : forged(request);
    }

    String header(Request request, String name) {
        return request.header(name).orElse("");
    }

    Outcome handshake(Request request) {
        var echo = Payload.of(request.parameter("echo").orElse(""), StandardCharsets.UTF_8);
        return new Outcome.Handshake(new Response(200, "text/plain", Map.of(), echo));
    }

    Outcome withoutProof(Request request) {
        return refused(Outcome.Reason.MISSING_PROOF);
    }

    Outcome forged(Request request) {
        return refused(Outcome.Reason.FORGED_PROOF);
    }

    boolean tooFar(Duration off) {
        return off.abs().compareTo(Duration.ofMinutes(5)) > 0;
    }

    boolean genuine(Request request, String signature) {
        return signature.equals(sign(header(request, ID), header(request, TIME), request.body()));
    }

    Outcome accepted(Request request) {
        return Outcome.Accepted.of(new RawMessage(
                channel(),
                request.source(),
                deliveryId(request),
                request.receivedAt(),
                kept(request),
                body(request),
                SignatureStatus.VERIFIED));
    }

    String deliveryId(Request request) {
        return header(request, ID);
    }

    Map<String, String> kept(Request request) {
        return Map.of();
    }

    Payload body(Request request) {
        return request.body();
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return PigeonText.read(raw.body());
    }

    static Outcome refused(Outcome.Reason reason) {
        return new Outcome.Refused(reason, "No letter of ours.");
    }

    static String sign(String id, String time, Payload body) {
        var signed = Pigeons.TOKEN.value() + "." + id + "." + time + "." + body.sha256();
        return Payload.of(signed, StandardCharsets.UTF_8).sha256();
    }
}
