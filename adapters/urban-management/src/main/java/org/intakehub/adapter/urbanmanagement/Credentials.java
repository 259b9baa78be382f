package org.intakehub.adapter.urbanmanagement;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter.Login;
import org.intakehub.exchange.cipher.Sm2;
import org.intakehub.exchange.wire.Envelope;
import org.intakehub.exchange.wire.WireJson;
import tools.jackson.databind.JsonNode;

/** The way to a token: the platform's public key first, then the client's secret sealed with it. */
record Credentials(URI base, UrbanManagementSettings settings) {
    private static final String KEY = "key";
    private static final String CLIENT = "client";
    private static final String HEADER = "X-EGOVA-Authorization";
    private static final String PARAMETER = "egova_openapi_token";

    Step.Ask key() {
        var call = Call.get(UrbanManagementSettings.below(base, settings.keyPath()), Map.of());
        return new Step.Ask(call, Cursor.START, KEY);
    }

    Login proceed(Answer answer) {
        var result = Envelope.asked(answer, answer.body());
        return answer.asked().note().equals(KEY) ? new Login.More(client(answer)) : granted(answer, result);
    }

    private Step.Ask client(Answer answer) {
        var key = WireJson.text(WireJson.read(answer.body()).path("message"));
        var secret = settings.clientSecret();
        if (secret == null) {
            throw new IllegalStateException("settings with a base-url have a client-secret");
        }
        var body = WireJson.object()
                .put("client_id", settings.clientId())
                .put("client_secret", HexFormat.of().formatHex(sealed(secret, key)))
                .put("grant_type", "client_credentials")
                .put("uid", UUID.randomUUID().toString());
        var call = new Call(
                "POST",
                UrbanManagementSettings.below(base, settings.loginPath()),
                Map.of("content-type", "application/json;charset=UTF-8"),
                WireJson.bytes(body));
        return new Step.Ask(call, Cursor.START, CLIENT);
    }

    private static byte[] sealed(Secret secret, String key) {
        try {
            return Sm2.seal(secret.value().getBytes(StandardCharsets.UTF_8), new Sm2.PublicKey(key));
        } catch (IllegalArgumentException e) {
            throw new RemoteUnavailable("the platform's public key cannot be read", e);
        }
    }

    private static Login granted(Answer answer, JsonNode result) {
        var token = result.path("token");
        var value = WireJson.text(token.path("access_token"));
        if (value.isBlank()) {
            throw new RemoteUnavailable("the platform's answer holds no token");
        }
        var seconds = token.path("expires_in").asLong(0);
        return new Login.Granted(new Secret(value), answer.receivedAt().plusSeconds(Math.max(0, seconds)));
    }

    Call authorise(Call call, Secret token) {
        if (!call.url().equals(UrbanManagementSettings.below(base, settings.actionPath()))) {
            return call;
        }
        if (settings.tokenInQuery()) {
            var separator = call.url().getRawQuery() == null ? "?" : "&";
            var encoded = URLEncoder.encode(token.value(), StandardCharsets.UTF_8);
            return new Call(
                    call.method(),
                    URI.create(call.url() + separator + PARAMETER + "=" + encoded),
                    call.headers(),
                    call.body());
        }
        var headers = new TreeMap<>(call.headers());
        headers.put(HEADER, "Bearer " + token.value());
        return new Call(call.method(), call.url(), headers, call.body());
    }

    static boolean refused(Answer answer) {
        return answer.status() == 401 || Envelope.code(answer) == Envelope.TOKEN_REFUSED;
    }
}
