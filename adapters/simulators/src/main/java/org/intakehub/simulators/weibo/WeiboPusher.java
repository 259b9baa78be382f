package org.intakehub.simulators.weibo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The side of the platform that calls: checks an address, and pushes up to three times until it hears status 200. */
public final class WeiboPusher {
    private static final int TRIES = 3;

    /** How a push went: what was answered last, after so many calls. */
    public record Pushed(int status, String answer, int tries) {}

    private final URI hub;
    private final WeiboAccount account;
    private final Clock clock;
    private final AtomicLong nonces = new AtomicLong(57_155_157);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param hub the address that the account's owner entered */
    public WeiboPusher(URI hub, WeiboAccount account, Clock clock) {
        this.hub = hub;
        this.account = account;
        this.clock = clock;
    }

    /** Whether the address answers the platform's question. */
    public boolean isOurs(String question) throws IOException, InterruptedException {
        var url = URI.create(hub + proof() + "&echostr=" + URLEncoder.encode(question, UTF_8));
        var answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString(UTF_8));
        return answer.statusCode() == 200 && answer.body().equals(question);
    }

    public Pushed push(String json) throws IOException, InterruptedException {
        var pushed = new Pushed(0, "", 0);
        while (pushed.status() != 200 && pushed.tries() < TRIES) {
            var call = HttpRequest.newBuilder(URI.create(hub + proof()))
                    .timeout(Duration.ofSeconds(5))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8));
            var answer = http.send(call.build(), BodyHandlers.ofString(UTF_8));
            pushed = new Pushed(answer.statusCode(), answer.body(), pushed.tries() + 1);
        }
        return pushed;
    }

    private String proof() {
        var timestamp = String.valueOf(clock.millis());
        var nonce = String.valueOf(nonces.incrementAndGet());
        return "?signature=" + signature(timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce;
    }

    private String signature(String timestamp, String nonce) {
        var signed = Stream.of(account.appSecret().value(), timestamp, nonce)
                .sorted()
                .collect(Collectors.joining());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
