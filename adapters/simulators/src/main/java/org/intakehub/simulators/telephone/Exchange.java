package org.intakehub.simulators.telephone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.intakehub.core.channel.Secret;
import tools.jackson.databind.json.JsonMapper;

/** A telephone switch: pops up screens by GET, tells events by POST, and is asked at {@code popEvent} what an agent's phone shows. */
public final class Exchange implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Secret key;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> shown = new ConcurrentHashMap<>();
    private final Queue<Said> prepared = new ConcurrentLinkedQueue<>();

    private record Said(int status, String body) {}

    private Exchange(Secret key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /**
     * Starts on a free port of loopback.
     *
     * @param key stands in each call, in both directions
     */
    public static Exchange start(Secret key) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var exchange = new Exchange(key, server);
        server.createContext("/popEvent", exchange::answer);
        server.start();
        return exchange;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Calls the address of a screen as a phone rings; says the status of the answer. */
    public int popUp(URI webhook, String caller, String time, String agent) throws IOException, InterruptedException {
        var query = new TreeMap<>(
                Map.of("originCallNo", caller, "originCalledNo", "12345", "offeringTime", time, "Agent", agent));
        query.put("key", key.value());
        var text = new StringBuilder("?");
        query.forEach((name, value) -> text.append(text.length() > 1 ? "&" : "")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
        return send(
                HttpRequest.newBuilder(URI.create(webhook + text.toString())).GET());
    }

    /** Tells an event as JSON; says the status of the answer. */
    public int tell(URI webhook, Map<String, String> event) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(new TreeMap<>(event));
        return send(HttpRequest.newBuilder(URI.create(webhook + "?key=" + URLEncoder.encode(key.value(), UTF_8)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** What the agent's phone shows from now on. */
    public void show(String agent, String caller, String uid, String state) {
        shown.put(agent, JSON.writeValueAsString(Map.of("src", caller, "dst", "12345", "uid", uid, "Stats", state)));
    }

    /** The next question is answered so. */
    public void failNext(int status, String body) {
        prepared.add(new Said(status, body));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var next = prepared.poll();
            var said = next == null ? look(call) : next;
            var body = said.body().getBytes(UTF_8);
            call.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        }
    }

    private Said look(HttpExchange call) {
        if (!key.value().equals(call.getRequestHeaders().getFirst("key"))) {
            return new Said(401, "");
        }
        var query = String.valueOf(call.getRequestURI().getQuery());
        return new Said(200, shown.getOrDefault(query.replace("agent=", ""), "{}"));
    }
}
