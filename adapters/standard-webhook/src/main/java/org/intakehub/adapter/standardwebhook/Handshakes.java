package org.intakehub.adapter.standardwebhook;

import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;

/** Answers the question of the CloudEvents HTTP webhook specification whether calls are welcome. */
final class Handshakes {
    private Handshakes() {}

    /** Every origin is welcome, because every call has to be signed; a rate is granted up to the allowed one. */
    static Outcome answer(Request request, int allowedRate) {
        // the value goes into a header of the answer, so it may hold nothing that ends one
        var origin = request.header("webhook-request-origin").filter(value -> value.matches("[!-~]{1,255}"));
        if (origin.isEmpty()) {
            return new Outcome.Refused(
                    Outcome.Reason.METHOD_NOT_ALLOWED,
                    "OPTIONS needs one WebHook-Request-Origin; messages are sent with POST.");
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put("Allow", "POST, OPTIONS");
        headers.put("WebHook-Allowed-Origin", origin.get());
        request.header("webhook-request-rate")
                .ifPresent(asked -> headers.put("WebHook-Allowed-Rate", String.valueOf(granted(asked, allowedRate))));
        return new Outcome.Handshake(new Response(200, "text/plain", headers, Payload.of(new byte[0])));
    }

    private static int granted(String asked, int allowed) {
        return asked.matches("[1-9][0-9]{0,8}") ? Math.min(Integer.parseInt(asked), allowed) : allowed;
    }
}
