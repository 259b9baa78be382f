package org.intakehub.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.json.JsonMapper;

/** Writes matters as the JSON and CloudEvents that partners push. */
public final class Pushes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Clock clock;

    public Pushes(Clock clock) {
        this.clock = clock;
    }

    /** The message alone. */
    public Push plain(String id, Matter matter) {
        return new Push(id, Map.of("Content-Type", "application/json"), json(message(id, matter)));
    }

    /** A CloudEvent in structured mode. */
    public Push event(String id, Matter matter) {
        var event = Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/partners/example",
                "type",
                "org.example.message.created",
                "time",
                clock.instant().toString(),
                "datacontenttype",
                "application/json",
                "data",
                message(id, matter));
        return new Push(id, Map.of("Content-Type", "application/cloudevents+json"), json(event));
    }

    /** Signed in order, and no JSON: the bytes are kept, and a person has to look at them. */
    public Push broken(String id, Matter matter) {
        var whole = plain(id, matter);
        var bytes = whole.body().text(UTF_8);
        return new Push(id, whole.headers(), Payload.of(bytes.substring(0, bytes.length() - 12), UTF_8));
    }

    private Map<String, Object> message(String id, Matter matter) {
        var resident = matter.resident();
        var message = new LinkedHashMap<String, Object>();
        message.put("externalId", id);
        message.put("title", matter.title());
        message.put("description", matter.text());
        message.put("occurredAt", clock.instant().toString());
        message.put(
                "citizen",
                Map.of("name", resident.name(), "phones", List.of(resident.phone()), "handle", resident.mail()));
        message.put("place", Map.of("address", matter.address()));
        return message;
    }

    private static Payload json(Object value) {
        return Payload.of(JSON.writeValueAsBytes(value));
    }
}
