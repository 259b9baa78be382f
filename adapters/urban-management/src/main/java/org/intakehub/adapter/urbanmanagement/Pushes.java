package org.intakehub.adapter.urbanmanagement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.exchange.wire.WireJson;

/** Takes in what the platform pushes, and answers in the platform's own envelope. */
final class Pushes {
    private static final String PARAMETER = "egova_openapi_token";
    private static final String HEADER = "x-egova-authorization";
    private static final String BEARER = "Bearer ";
    private static final List<String> KEPT = List.of("content-type", "content-length");

    private final List<Secret> secrets;
    private final SharedKeys tokens;
    private final Set<String> paths;

    Pushes(List<Secret> tokens, Set<String> paths) {
        this.secrets = List.copyOf(tokens);
        this.tokens = SharedKeys.of("push-tokens", tokens);
        this.paths = paths;
    }

    Set<String> paths() {
        return paths;
    }

    /** Without a token, as where cases are only pulled, the call is refused. */
    Request testCall(SourceId source, String mark, Instant now) {
        var report = WireJson.object();
        report.put("action", "REPORT").put("senderCode", "TEST").put("uid", mark);
        report.putObject("data").put("caseId", mark).put("title", "测试消息").put("eventDesc", "渠道测试消息，请勿办理：" + mark);
        var headers = new TreeMap<String, List<String>>();
        headers.put("content-type", List.of("application/json"));
        secrets.stream().findFirst().ifPresent(token -> headers.put(HEADER, List.of(BEARER + token.value())));
        var path = paths.stream().sorted().findFirst().orElseThrow();
        return new Request(source, "POST", path, Map.of(), headers, WireJson.bytes(report), now);
    }

    Outcome receive(Request request) {
        if (!request.method().equals("POST")) {
            return refused(Reason.METHOD_NOT_ALLOWED, -400003, "Cases are sent with POST.");
        }
        var shown = shown(request);
        if (shown.isEmpty()) {
            return refused(Reason.MISSING_PROOF, -400001, "One token is needed, in the address or in a header.");
        }
        // a plus sign that a site does not encode arrives as a blank
        if (!tokens.hold(shown.get()) && !tokens.hold(shown.get().replace(' ', '+'))) {
            return refused(Reason.FORGED_PROOF, -400001, "The token is not one of this source.");
        }
        if (request.body().isEmpty()) {
            return refused(Reason.UNREADABLE, -400002, "The body is empty.");
        }
        // the token is the same for all calls, so only the bytes tell one delivery from another
        var raw = new RawMessage(
                UrbanManagement.CHANNEL,
                request.source(),
                "sha256:" + request.body().sha256(),
                request.receivedAt(),
                kept(request),
                request.body(),
                SignatureStatus.VERIFIED);
        return new Outcome.Accepted(raw, Optional.of(acknowledgement(raw)));
    }

    private static Optional<String> shown(Request request) {
        var inAddress = request.parameter(PARAMETER);
        var inHeader = request.header(HEADER)
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        // a call that shows two different things proves neither
        return inAddress.isPresent() && inHeader.isPresent() ? Optional.empty() : inAddress.or(() -> inHeader);
    }

    private static Map<String, String> kept(Request request) {
        var kept = new TreeMap<String, String>();
        KEPT.forEach(name -> request.header(name).ifPresent(value -> kept.put(name, value)));
        return kept;
    }

    /** The bytes are kept whatever they say; a platform whose bytes cannot be read is told so. */
    private static Response acknowledgement(RawMessage raw) {
        var result = WireJson.object().put("recId", raw.deliveryId());
        if (OldForm.isForm(raw)) {
            return envelope(0, "已接收", result.toString(), "");
        }
        try {
            var content = WireJson.read(raw.body());
            return envelope(0, "已接收", result.toString(), WireJson.text(content.path("uid")));
        } catch (MalformedMessage e) {
            return envelope(-400002, "报文无法解析，已留存待人工处理", "{}", "");
        }
    }

    private static Outcome refused(Reason reason, int code, String detail) {
        return new Outcome.Refused(
                reason, detail, Optional.of(status(envelope(code, detail, "{}", ""), reason.status())));
    }

    private static Response status(Response response, int status) {
        return new Response(status, response.contentType(), response.headers(), response.body());
    }

    private static Response envelope(int code, String message, String result, String uid) {
        var body = WireJson.object().put("success", code == 0).put("code", code).put("message", message);
        body.set("result", WireJson.read(result));
        body.put("uid", uid).put("hasError", code != 0);
        Payload bytes = WireJson.bytes(body);
        return new Response(200, "application/json;charset=UTF-8", Map.of(), bytes);
    }
}
