package org.intakehub.core.channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a far end answered, with the step it answers, so that an adapter needs no memory. */
public record Answer(Step.Ask asked, int status, Map<String, String> headers, Payload body, Instant receivedAt) {
    public Answer {
        var copy = new TreeMap<String, String>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(copy);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
