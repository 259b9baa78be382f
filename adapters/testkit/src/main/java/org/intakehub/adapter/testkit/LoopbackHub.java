package org.intakehub.adapter.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.WebhookAdapter;

/** A hub on loopback that is nothing but its door: real HTTP in front of one webhook adapter; keeps in memory what was accepted. */
public final class LoopbackHub implements AutoCloseable {
    private final WebhookAdapter adapter;
    private final Clock clock;
    private final HttpServer server;
    private final List<RawMessage> kept = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    private LoopbackHub(WebhookAdapter adapter, Clock clock, HttpServer server) {
        this.adapter = adapter;
        this.clock = clock;
        this.server = server;
    }

    /** Starts on a free port. */
    public static LoopbackHub before(WebhookAdapter adapter, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var hub = new LoopbackHub(adapter, clock, server);
        server.createContext("/", hub::answer);
        server.start();
        return hub;
    }

    /** Where the source's addresses begin, with a slash at the end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/channels/"
                + AdapterUnderTest.SOURCE.value() + "/");
    }

    /** The next calls are answered 503 and not kept. */
    public void failNext(int calls) {
        failures.set(calls);
    }

    /** What was accepted, each delivery once. */
    public List<RawMessage> kept() {
        return List.copyOf(kept);
    }

    /** The messages in what was accepted. */
    public List<IntakeMessage> messages() {
        return kept.stream().flatMap(raw -> adapter.normalise(raw).stream()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var response = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? plain(503) : decide(exchange);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    response.status(),
                    response.body().isEmpty() ? -1 : response.body().size());
            exchange.getResponseBody().write(response.body().bytes());
        }
    }

    private Response decide(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(base().getPath().length());
        if (!adapter.answers(path)) {
            return plain(404);
        }
        var outcome = adapter.receive(new Request(
                AdapterUnderTest.SOURCE,
                exchange.getRequestMethod(),
                path,
                query(exchange.getRequestURI().getRawQuery()),
                new TreeMap<>(exchange.getRequestHeaders()),
                Payload.of(exchange.getRequestBody().readAllBytes()),
                clock.instant()));
        if (outcome instanceof Outcome.Accepted accepted) {
            if (kept.stream()
                    .noneMatch(raw -> raw.deliveryId().equals(accepted.raw().deliveryId()))) {
                kept.add(accepted.raw());
            }
            return accepted.acknowledgement().orElseGet(() -> plain(202));
        }
        if (outcome instanceof Outcome.Asked asked) {
            return asked.answer().apply(List.of());
        }
        return outcome instanceof Outcome.Handshake handshake
                ? handshake.echo()
                : ((Outcome.Refused) outcome)
                        .answer()
                        .orElseGet(
                                () -> plain(((Outcome.Refused) outcome).reason().status()));
    }

    private static Map<String, List<String>> query(String text) {
        var query = new TreeMap<String, List<String>>();
        for (var pair : (text == null ? "" : text).split("&", -1)) {
            var parts = pair.split("=", 2);
            query.computeIfAbsent(decode(parts[0]), any -> new ArrayList<>())
                    .add(parts.length == 2 ? decode(parts[1]) : "");
        }
        query.remove("");
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Response plain(int status) {
        return new Response(status, "text/plain", Map.of(), Payload.of(new byte[0]));
    }
}
