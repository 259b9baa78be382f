package org.intakehub.gateway.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Response;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers at the door: receipts and problems (RFC 9457). */
@Component
class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    Response problem(int status, String detail, Map<String, String> headers) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("status", status);
        problem.put("title", HttpStatus.valueOf(status).getReasonPhrase());
        problem.put("detail", detail);
        return new Response(
                status,
                "application/problem+json",
                withoutSniffing(headers),
                Payload.of(json.writeValueAsString(problem), UTF_8));
    }

    Response receipt(String receiptId, String address, Map<String, String> headers) {
        var all = withoutSniffing(headers);
        all.put("Location", address);
        var body = Map.of("receiptId", receiptId, "link", address);
        return new Response(202, "application/json", all, Payload.of(json.writeValueAsString(body), UTF_8));
    }

    private static Map<String, String> withoutSniffing(Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("X-Content-Type-Options", "nosniff");
        return all;
    }
}
