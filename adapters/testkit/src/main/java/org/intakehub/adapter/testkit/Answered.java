package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Step;

/** What a far end says to a call: an HTTP status, headers and a body. */
public record Answered(int status, Map<String, String> headers, Payload body) {
    public Answered {
        headers = Map.copyOf(headers);
    }

    /** An answer with a body of JSON. */
    public static Answered json(int status, String json) {
        return new Answered(
                status, Map.of("content-type", "application/json"), Payload.of(json, StandardCharsets.UTF_8));
    }

    /** An answer with no body. */
    public static Answered empty(int status) {
        return new Answered(status, Map.of(), Payload.of(new byte[0]));
    }

    Answer to(Step.Ask asked, Instant at) {
        return new Answer(asked, status, headers, body, at);
    }
}
