package org.intakehub.simulators.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The side of the platform that calls: checks an address, and pushes up to four times until it hears the answer it wants. */
public final class WeChatPusher {
    private static final int TRIES = 4;

    /** The three modes that an account's owner can choose from. */
    public enum Mode {
        PLAIN,
        COMPATIBLE,
        ENCRYPTED
    }

    /**
     * How a push went.
     *
     * @param answer what was answered last
     * @param tries calls that were made
     */
    public record Pushed(int status, String answer, int tries) {
        public boolean isTaken() {
            return status == 200 && (answer.isEmpty() || answer.equals("success"));
        }
    }

    private final URI hub;
    private final WeChatSeal seal;
    private final WeChatAccount account;
    private final Clock clock;
    private final AtomicLong nonces = new AtomicLong(1_000_000);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param hub the address that the account's owner entered */
    public WeChatPusher(URI hub, WeChatAccount account, Clock clock) {
        this.hub = hub;
        this.account = account;
        this.clock = clock;
        seal = new WeChatSeal(account);
    }

    /** Whether the address answers the platform's question. */
    public boolean isOurs(String question) throws IOException, InterruptedException {
        var query = proof();
        query.put("echostr", question);
        var answer = http.send(HttpRequest.newBuilder(at(query)).build(), BodyHandlers.ofString(UTF_8));
        return answer.statusCode() == 200 && answer.body().equals(question);
    }

    public Pushed push(String xml, Mode mode) throws IOException, InterruptedException {
        var pushed = new Pushed(0, "", 0);
        while (!pushed.isTaken() && pushed.tries() < TRIES) {
            pushed = once(xml, mode, pushed.tries() + 1);
        }
        return pushed;
    }

    private Pushed once(String xml, Mode mode, int tries) throws IOException, InterruptedException {
        var query = proof();
        var body = xml;
        if (mode != Mode.PLAIN) {
            var random = "r%015d".formatted(nonces.get());
            var encrypted = seal.encrypted(xml, random);
            query.put("encrypt_type", "aes");
            query.put(
                    "msg_signature",
                    seal.signature(query.getOrDefault("timestamp", ""), query.getOrDefault("nonce", ""), encrypted));
            body = mode == Mode.ENCRYPTED
                    ? "<xml><ToUserName><![CDATA[" + account.openId() + "]]></ToUserName>" + element(encrypted)
                            + "</xml>"
                    : xml.replace("</xml>", element(encrypted) + "</xml>");
        }
        var call = HttpRequest.newBuilder(at(query))
                .timeout(Duration.ofSeconds(5))
                .header("content-type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        var answer = http.send(call.build(), BodyHandlers.ofString(UTF_8));
        return new Pushed(answer.statusCode(), answer.body(), tries);
    }

    private static String element(String encrypted) {
        return "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt>";
    }

    private Map<String, String> proof() {
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var nonce = String.valueOf(nonces.incrementAndGet());
        return new TreeMap<>(
                Map.of("timestamp", timestamp, "nonce", nonce, "signature", seal.signature(timestamp, nonce)));
    }

    private URI at(Map<String, String> query) {
        return URI.create(hub
                + query.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", "")));
    }
}
