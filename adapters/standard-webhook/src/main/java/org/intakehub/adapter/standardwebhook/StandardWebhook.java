package org.intakehub.adapter.standardwebhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SelfTestingAdapter;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** Takes in what a partner signed after Standard Webhooks 1.0.0: CloudEvents in all three modes, or plain JSON. */
final class StandardWebhook implements SelfTestingAdapter {
    static final ChannelId CHANNEL = new ChannelId("standard-webhook");

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final List<String> KEPT = List.of("content-type", ID, TIMESTAMP, "idempotency-key");

    private final StandardWebhookSettings settings;
    private final WebhookSignatures signatures;
    private final CitizenMessages messages;

    StandardWebhook(StandardWebhookSettings settings) {
        this.settings = settings;
        signatures = new WebhookSignatures(settings);
        messages = new CitizenMessages(settings);
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Outcome receive(Request request) {
        return switch (request.method()) {
            case "POST" -> delivery(request);
            case "OPTIONS" -> Handshakes.answer(request, settings.allowedRate());
            default -> refused(Reason.METHOD_NOT_ALLOWED, "Messages are sent with POST.");
        };
    }

    private Outcome delivery(Request request) {
        var id = request.header(ID).orElse("");
        var timestamp = request.header(TIMESTAMP).orElse("");
        var signature = request.header("webhook-signature").orElse("");
        if (id.isBlank() || timestamp.isBlank() || signature.isBlank()) {
            return refused(
                    Reason.MISSING_PROOF, "webhook-id, webhook-timestamp and webhook-signature are needed, once each.");
        }
        // a dot would let the end of an id pass for a timestamp
        if (!id.matches("[!-~&&[^.]]{1,255}") || !timestamp.matches("[0-9]{1,12}")) {
            return refused(Reason.FORGED_PROOF, "webhook-id or webhook-timestamp is not well-formed.");
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), request.receivedAt());
        if (off.abs().compareTo(settings.tolerance()) > 0) {
            return refused(Reason.OUTSIDE_TIME_WINDOW, "webhook-timestamp is too far from the hub's clock.");
        }
        if (!signatures.anyGenuine(signature, id, timestamp, request.body())) {
            return refused(Reason.FORGED_PROOF, "No signature fits the bytes and the keys of this source.");
        }
        if (request.body().isEmpty()) {
            return refused(Reason.UNREADABLE, "The body is empty.");
        }
        if (request.header("content-type").flatMap(ContentKind::of).isEmpty()) {
            return refused(Reason.UNSUPPORTED_TYPE, "The content is JSON or CloudEvents in JSON, in UTF-8.");
        }
        return Outcome.Accepted.of(new RawMessage(
                CHANNEL,
                request.source(),
                // never the Idempotency-Key: it is not signed, so a replay could choose another one
                id,
                request.receivedAt(),
                kept(request),
                request.body(),
                SignatureStatus.VERIFIED));
    }

    /** Signed with the first secret; a source that only has public keys cannot sign, and its call is refused. */
    @Override
    public Request testCall(SourceId source, String mark, Instant now) {
        var body =
                Payload.of("{\"title\":\"测试消息\",\"description\":\"渠道测试消息，请勿办理：" + mark + "\"}", StandardCharsets.UTF_8);
        var timestamp = Long.toString(now.getEpochSecond());
        var headers = new TreeMap<String, List<String>>();
        headers.put(ID, List.of(mark));
        headers.put(TIMESTAMP, List.of(timestamp));
        headers.put("content-type", List.of("application/json"));
        signatures
                .sign(mark, timestamp, body)
                .ifPresent(signature -> headers.put("webhook-signature", List.of(signature)));
        return new Request(source, "POST", WEBHOOK, Map.of(), headers, body, now);
    }

    private static Map<String, String> kept(Request request) {
        var kept = new TreeMap<String, String>();
        request.headers().keySet().stream()
                .filter(name -> KEPT.contains(name) || name.startsWith(CloudEvent.HEADER))
                .forEach(name -> request.header(name).ifPresent(value -> kept.put(name, value)));
        return kept;
    }

    private static Outcome refused(Reason reason, String detail) {
        return new Outcome.Refused(reason, detail);
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        var kind = raw.header("content-type")
                .flatMap(ContentKind::of)
                .orElseThrow(() -> new MalformedMessage("the content type is not one of this channel"));
        var content = StrictJson.read(raw.body());
        return switch (kind) {
            case BATCH -> CloudEvent.batch(content).stream().map(messages::of).toList();
            case EVENT -> List.of(messages.of(CloudEvent.structured(content)));
            case JSON ->
                List.of(
                        raw.header(CloudEvent.HEADER + "specversion").isPresent()
                                ? messages.of(CloudEvent.binary(raw.headers(), content))
                                : messages.plain(key(raw), content));
        };
    }

    private static MessageKey key(RawMessage raw) {
        return MessageKey.of(raw.header(ID).orElse(raw.deliveryId()));
    }
}
