package org.intakehub.simulators.emergency;

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
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An emergency office that signs and hands over events, and takes signed states of them at {@code states}. */
public final class DutyRoom implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Secret key;
    private final Secret hubsKey;
    private final Clock clock;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();
    private final Queue<Said> prepared = new ConcurrentLinkedQueue<>();

    private record Said(int status, String body) {}

    private DutyRoom(Secret key, Secret hubsKey, Clock clock, HttpServer server) {
        this.key = key;
        this.hubsKey = hubsKey;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts on a free port of loopback.
     *
     * @param key signs what the room hands over
     * @param hubsKey signs the states that the hub tells
     */
    public static DutyRoom start(Secret key, Secret hubsKey, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var room = new DutyRoom(key, hubsKey, clock, server);
        server.createContext("/states", room::answer);
        server.start();
        return room;
    }

    /** Where the room takes states. */
    public URI states() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/states");
    }

    /** Makes one call; says the status of its answer. */
    public int handOver(URI webhook, Map<String, String> event) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(new TreeMap<>(event));
        var time = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Timestamp", time)
                .header("X-Signature", signature(key, time, body))
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Hexadecimal HMAC-SHA256 over time and body, each on a line of its own. */
    public static String signature(Secret key, String time, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.value().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((time + "\n" + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The next state is answered so, and not taken. */
    public void answerNext(int status, String body) {
        prepared.add(new Said(status, body));
    }

    /** The states that the room took, in their order. */
    public List<Map<String, String>> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var next = prepared.poll();
            var said = next == null ? take(exchange) : next;
            var body = said.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Said take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var time = String.valueOf(exchange.getRequestHeaders().getFirst("X-Timestamp"));
        var shown = String.valueOf(exchange.getRequestHeaders().getFirst("X-Signature"));
        if (!MessageDigest.isEqual(signature(hubsKey, time, body).getBytes(UTF_8), shown.getBytes(UTF_8))) {
            return new Said(401, "{\"error\":\"signature\"}");
        }
        try {
            var fields = new TreeMap<String, String>();
            JSON.readTree(body)
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            heard.add(Map.copyOf(fields));
            return new Said(200, "{\"id\":\"s-" + heard.size() + "\"}");
        } catch (JacksonException e) {
            return new Said(400, "{\"error\":\"unreadable\"}");
        }
    }
}
