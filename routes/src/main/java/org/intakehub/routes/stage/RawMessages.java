package org.intakehub.routes.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** A raw message on the queue {@link Queues#RECEIVED}: its bytes are the body, all else are properties. */
public final class RawMessages {
    public static final String RECEIPT = "receiptId";

    private RawMessages() {}

    public static Hop hop(String receiptId, RawMessage raw) {
        return new Hop(
                Queues.RECEIVED,
                raw.body(),
                Map.of(
                        RECEIPT,
                        receiptId,
                        "channel",
                        raw.channel().value(),
                        "source",
                        raw.source().value(),
                        "deliveryId",
                        raw.deliveryId(),
                        "receivedAt",
                        raw.receivedAt().toString(),
                        "signature",
                        raw.signature().name(),
                        "transportHeaders",
                        encode(raw.headers())));
    }

    public static String receiptId(Delivery delivery) {
        return need(delivery, RECEIPT);
    }

    public static RawMessage raw(Delivery delivery) {
        return new RawMessage(
                new ChannelId(need(delivery, "channel")),
                new SourceId(need(delivery, "source")),
                need(delivery, "deliveryId"),
                Instant.parse(need(delivery, "receivedAt")),
                decode(need(delivery, "transportHeaders")),
                delivery.body(),
                SignatureStatus.valueOf(need(delivery, "signature")));
    }

    private static String need(Delivery delivery, String property) {
        var value = delivery.headers().get(property);
        if (value == null) {
            throw new IllegalArgumentException("a raw message on the queue lacks its " + property);
        }
        return value;
    }

    private static String encode(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header ->
                        URLEncoder.encode(header.getKey(), UTF_8) + "=" + URLEncoder.encode(header.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> decode(String encoded) {
        var headers = new TreeMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                headers.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return headers;
    }
}
