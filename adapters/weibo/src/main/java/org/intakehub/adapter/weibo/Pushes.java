package org.intakehub.adapter.weibo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SignatureStatus;

/** Takes in what the platform calls with: the check of the address, and pushes. */
final class Pushes {
    private final Proofs proofs;

    Pushes(WeiboSettings settings) {
        proofs = new Proofs(settings);
    }

    Outcome receive(Request request) {
        return switch (request.method()) {
            case "GET" -> handshake(request);
            case "POST" -> push(request);
            default -> new Outcome.Refused(Reason.METHOD_NOT_ALLOWED, "Messages are sent with POST.");
        };
    }

    private Outcome handshake(Request request) {
        var refusal = proofs.against(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var echo = request.parameter("echostr").orElse("");
        return echo.isBlank()
                ? new Outcome.Refused(Reason.UNREADABLE, "echostr is needed, once.")
                : new Outcome.Handshake(text(echo));
    }

    private Outcome push(Request request) {
        var refusal = proofs.against(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (request.body().isEmpty()) {
            return new Outcome.Refused(Reason.UNREADABLE, "The body is empty.");
        }
        var raw = new RawMessage(
                Weibo.CHANNEL,
                request.source(),
                // a push has no id; the same bytes are the same delivery
                request.body().sha256(),
                request.receivedAt(),
                Map.of(),
                request.body(),
                SignatureStatus.VERIFIED);
        // an empty answer ends the platform's attempts and says nothing to the citizen
        return new Outcome.Accepted(raw, Optional.of(text("")));
    }

    private static Response text(String text) {
        return new Response(200, "text/plain; charset=utf-8", Map.of(), Payload.of(text, StandardCharsets.UTF_8));
    }
}
