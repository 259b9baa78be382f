package org.intakehub.core.channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bytes exactly as received, with what the transport said about them.
 *
 * @param deliveryId the transport's own id of this delivery; the same delivery sent twice bears the same id
 * @param headers transport headers worth keeping, names in lower case; never proofs, cookies or credentials
 */
public record RawMessage(
        ChannelId channel,
        SourceId source,
        String deliveryId,
        Instant receivedAt,
        Map<String, String> headers,
        Payload body,
        SignatureStatus signature) {

    public RawMessage {
        if (deliveryId.isBlank()) {
            throw new IllegalArgumentException("a raw message needs its delivery's id");
        }
        var copy = new TreeMap<String, String>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(copy);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return "RawMessage[" + channel + "/" + source + ", " + body.size() + " bytes, " + signature + "]";
    }
}
