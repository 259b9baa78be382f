package org.intakehub.exchange.cipher;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.exchange.wire.WireJson;
import tools.jackson.databind.JsonNode;

/** Proves where a call comes from, and takes the seal off what is answered. */
public sealed interface Signer {
    /** The call as it leaves at that moment. */
    Call sign(Call call, Instant at);

    /** The body of an answer as it was before it was sealed. */
    default Payload open(Payload body) {
        return body;
    }

    /** No proof. */
    record Unsigned() implements Signer {
        @Override
        public Call sign(Call call, Instant at) {
            return call;
        }
    }

    /** A key in a header. */
    record ApiKey(String prefix, Secret key) implements Signer {
        @Override
        public Call sign(Call call, Instant at) {
            return with(call, Map.of(prefix + "Api-Key", key.value()), call.body());
        }
    }

    /** HMAC-SM3 over id, time in milliseconds, nonce and body, joined by line feeds. */
    record HmacSm3(String prefix, String appId, Secret key) implements Signer {
        @Override
        public Call sign(Call call, Instant at) {
            var time = String.valueOf(at.toEpochMilli());
            var nonce = UUID.randomUUID().toString();
            var signature = Sm3.hmac(content(appId, time, nonce, call.body()), key);
            return with(call, proof(prefix, appId, time, nonce, signature), call.body());
        }
    }

    /**
     * The body under a fresh SM4 key, the key sealed for the far end with SM2, and an SM2 signature over id, time, nonce and the sealed body.
     * Answers are sealed in the same way; one that is not is taken as it is, for that is how errors come.
     */
    record Sealed(String prefix, String appId, Sm2.PrivateKey own, Sm2.PublicKey platform) implements Signer {
        private static final SecureRandom RANDOM = new SecureRandom();

        @Override
        public Call sign(Call call, Instant at) {
            var key = random();
            var start = random();
            var hex = HexFormat.of();
            var body = WireJson.bytes(WireJson.object()
                    .put("key", hex.formatHex(Sm2.seal(key, platform)))
                    .put("iv", hex.formatHex(start))
                    .put("data", hex.formatHex(Sm4.seal(call.body().bytes(), key, start))));
            var time = String.valueOf(at.toEpochMilli());
            var nonce = UUID.randomUUID().toString();
            var signature = hex.formatHex(Sm2.sign(content(appId, time, nonce, body), own));
            return with(call, proof(prefix, appId, time, nonce, signature), body);
        }

        @Override
        public Payload open(Payload body) {
            try {
                var sealed = WireJson.read(body);
                if (!sealed.has("key") || !sealed.has("data")) {
                    return body;
                }
                var key = Sm2.open(bytes(sealed, "key"), own);
                return Payload.of(Sm4.open(bytes(sealed, "data"), key, bytes(sealed, "iv")));
            } catch (MalformedMessage e) {
                return body;
            } catch (IllegalArgumentException e) {
                throw new RemoteUnavailable("the platform's answer cannot be opened", e);
            }
        }

        private static byte[] bytes(JsonNode sealed, String name) {
            return HexFormat.of().parseHex(WireJson.text(sealed.path(name)));
        }

        private static byte[] random() {
            var bytes = new byte[Sm4.BLOCK];
            RANDOM.nextBytes(bytes);
            return bytes;
        }
    }

    /** What a signature covers. */
    private static byte[] content(String appId, String time, String nonce, Payload body) {
        var content = new ByteArrayOutputStream();
        content.writeBytes((appId + "\n" + time + "\n" + nonce + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(body.bytes());
        return content.toByteArray();
    }

    private static Map<String, String> proof(String prefix, String appId, String time, String nonce, String signature) {
        return Map.of(
                prefix + "App-Id", appId,
                prefix + "Timestamp", time,
                prefix + "Nonce", nonce,
                prefix + "Signature", signature);
    }

    private static Call with(Call call, Map<String, String> more, Payload body) {
        var headers = new TreeMap<>(call.headers());
        headers.putAll(more);
        return new Call(call.method(), call.url(), headers, body);
    }
}
