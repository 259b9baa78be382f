package org.intakehub.exchange.wire;

import java.util.Set;
import java.util.function.Function;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.databind.JsonNode;

/** The envelope {@code {success, code, message, result, uid, hasError}}: status 200 says nothing, the code does. */
public final class Envelope {
    /** Token refused: a new one may help. */
    public static final int TOKEN_REFUSED = -400001;

    /** Parameters, forbidden, unknown action, client, agent's account: the same call will be refused again. */
    private static final Set<Integer> FINAL = Set.of(TOKEN_REFUSED, -400002, -400003, -400004, -400005, -400006);

    private static final int FAILED = -1;

    private Envelope() {}

    /** What a call brought that can be made again at any time: an unexplained failure may pass. */
    public static JsonNode asked(Answer answer, Payload body) {
        return result(answer, body, RemoteUnavailable::new);
    }

    /** What a call brought that tells the far end something: an unexplained failure is for a person. */
    public static JsonNode told(Answer answer, Payload body) {
        return result(answer, body, RemoteRejected::new);
    }

    /** The code of an answer, 0 if it has none that can be read. */
    public static int code(Answer answer) {
        try {
            return WireJson.read(answer.body()).path("code").asInt(0);
        } catch (MalformedMessage e) {
            return 0;
        }
    }

    private static JsonNode result(Answer answer, Payload body, Function<String, IntakeException> unexplained) {
        status(answer.status());
        var envelope = envelope(body);
        var success = envelope.path("success").asBoolean(!envelope.has("success"));
        var code = envelope.path("code").asInt(success ? 0 : FAILED);
        if (success && code >= 0 && !envelope.path("hasError").asBoolean(false)) {
            return envelope.path("result");
        }
        // the platform's own words may quote the order, so only the code is told
        if (FINAL.contains(code)) {
            throw new RemoteRejected("the platform refuses with code " + code);
        }
        if (code == FAILED || code >= 0) {
            throw unexplained.apply("the platform failed with code " + code);
        }
        throw new RemoteUnavailable("the platform failed with code " + code);
    }

    private static void status(int status) {
        if (status == 408 || status == 429 || status >= 500) {
            throw new RemoteUnavailable("the platform answers " + status);
        }
        if (status != 200) {
            throw new RemoteRejected("the platform answers " + status);
        }
    }

    private static JsonNode envelope(Payload body) {
        try {
            var envelope = WireJson.read(body);
            if (envelope.isObject() && (envelope.has("success") || envelope.has("code"))) {
                return envelope;
            }
        } catch (MalformedMessage e) {
            throw new RemoteUnavailable("the platform's answer cannot be read", e);
        }
        throw new RemoteUnavailable("the platform's answer has no code");
    }
}
