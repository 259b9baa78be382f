package org.intakehub.adapter.wechat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SignatureStatus;

/** Takes in what the platform calls with: the check of the address, plain pushes, encrypted ones. */
final class Pushes {
    private final WechatSettings settings;
    private final Proofs proofs;
    private final Optional<MessageCipher> cipher;

    Pushes(WechatSettings settings, Optional<MessageCipher> cipher) {
        this.settings = settings;
        this.cipher = cipher;
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
        var echo = request.parameter("echostr").orElse("");
        // only WeCom encrypts its question; an official account never does, whatever its mode
        var encrypted = request.parameter("msg_signature").isPresent() && cipher.isPresent();
        var refusal = encrypted ? proofs.againstEncrypted(request, echo) : proofs.againstPlain(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (echo.isBlank()) {
            return new Outcome.Refused(Reason.UNREADABLE, "echostr is needed, once.");
        }
        try {
            return new Outcome.Handshake(text(encrypted ? opened(echo) : echo));
        } catch (MalformedMessage e) {
            return new Outcome.Refused(Reason.UNREADABLE, "echostr cannot be decrypted with encoding-aes-key.");
        }
    }

    private String opened(String echo) {
        return new String(cipher.orElseThrow().decrypt(echo), StandardCharsets.UTF_8);
    }

    private Outcome push(Request request) {
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (request.body().isEmpty()) {
            return new Outcome.Refused(Reason.UNREADABLE, "The body is empty.");
        }
        var raw = new RawMessage(
                Wechat.CHANNEL,
                request.source(),
                // a push has no id of its own outside its body; the same bytes are the same delivery
                request.body().sha256(),
                request.receivedAt(),
                Map.of(),
                request.body(),
                SignatureStatus.VERIFIED);
        return new Outcome.Accepted(raw, Optional.of(text("success")));
    }

    private Optional<Outcome.Refused> refusal(Request request) {
        if (cipher.isEmpty()
                || (settings.takesPlain() && request.parameter("msg_signature").isEmpty())) {
            return proofs.againstPlain(request);
        }
        if (request.parameter("msg_signature").isEmpty()) {
            return Optional.of(new Outcome.Refused(
                    Reason.MISSING_PROOF, "Pushes to this source have to be encrypted, with one msg_signature."));
        }
        try {
            return PushBody.outer(request.body())
                    .value(PushBody.ENCRYPT)
                    .map(encrypted -> proofs.againstEncrypted(request, encrypted))
                    .orElseGet(() -> unproven());
        } catch (MalformedMessage e) {
            return unproven();
        }
    }

    private static Optional<Outcome.Refused> unproven() {
        return Optional.of(
                new Outcome.Refused(Reason.UNREADABLE, "The body has no Encrypt that msg_signature covers."));
    }

    private static Response text(String text) {
        return new Response(200, "text/plain; charset=utf-8", Map.of(), Payload.of(text, StandardCharsets.UTF_8));
    }
}
