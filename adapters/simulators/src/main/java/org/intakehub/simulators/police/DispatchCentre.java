package org.intakehub.simulators.police;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A dispatch centre that signs and pushes orders, and takes confirmations and results at {@code confirm} and {@code result}. */
public final class DispatchCentre implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TRIES = 4;

    private final Secret key;
    private final Secret hubsKey;
    private final Clock clock;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();
    private final Queue<Said> prepared = new ConcurrentLinkedQueue<>();

    private record Said(int status, String body) {}

    private DispatchCentre(Secret key, Secret hubsKey, Clock clock, HttpServer server) {
        this.key = key;
        this.hubsKey = hubsKey;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts on a free port of loopback.
     *
     * @param key signs what the centre pushes
     * @param hubsKey has to stand in {@code X-Api-Key} of what the hub sends
     */
    public static DispatchCentre start(Secret key, Secret hubsKey, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var centre = new DispatchCentre(key, hubsKey, clock, server);
        server.createContext("/", centre::answer);
        server.start();
        return centre;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /**
     * Pushes an object of strings, up to four times until it is answered with code 200; says whether it was.
     *
     * @param hub where the source's addresses begin, with a slash at the end
     */
    public boolean push(URI hub, String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(new TreeMap<>(fields));
        for (var i = 0; i < TRIES; i++) {
            var time = String.valueOf(clock.instant().getEpochSecond());
            var request = HttpRequest.newBuilder(hub.resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .header("X-Timestamp", time)
                    .header("X-Signature", signature(key, time, path, body))
                    .POST(BodyPublishers.ofString(body));
            if (isTaken(client.send(request.build(), BodyHandlers.ofString()).body())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTaken(String answer) {
        try {
            return JSON.readTree(answer).path("code").asString("").equals("200");
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Hexadecimal HMAC-SHA256 over time, path and body, each on a line of its own. */
    public static String signature(Secret key, String time, String path, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.value().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((time + "\n" + path + "\n" + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The next call of the hub is answered so, and not taken. */
    public void answerNext(int status, String body) {
        prepared.add(new Said(status, body));
    }

    /** The fields of what the hub sent and the centre took, in their order. */
    public List<Map<String, String>> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var said = Objects.requireNonNullElseGet(prepared.poll(), () -> take(exchange));
            var body = said.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Said take(HttpExchange exchange) {
        try {
            var shown = String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key"));
            if (!MessageDigest.isEqual(hubsKey.value().getBytes(UTF_8), shown.getBytes(UTF_8))) {
                return new Said(200, "{\"code\":\"403\",\"data\":null,\"message\":\"unknown key\"}");
            }
            var fields = new TreeMap<String, String>();
            JSON.readTree(exchange.getRequestBody().readAllBytes())
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            heard.add(Map.copyOf(fields));
            return new Said(200, "{\"code\":\"200\",\"data\":\"c-" + heard.size() + "\",\"message\":\"success\"}");
        } catch (IOException | JacksonException e) {
            return new Said(200, "{\"code\":\"400\",\"data\":null,\"message\":\"unreadable\"}");
        }
    }
}
