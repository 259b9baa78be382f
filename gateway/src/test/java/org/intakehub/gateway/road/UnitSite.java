package org.intakehub.gateway.road;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.intakehub.core.channel.Payload;

/** The endpoints of units on loopback, each at a path of its own; it answers as it is told and keeps what was called. */
final class UnitSite {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Map<String, Integer> answers = Map.of();

    /** A call as it came in. */
    record Call(String path, Map<String, List<String>> headers, Payload body) {}

    UnitSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "unit-site");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            calls.add(
                    new Call(path, headers, Payload.of(exchange.getRequestBody().readAllBytes())));
            if (answers.getOrDefault(path, 204) / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answers.getOrDefault(path, 204), -1);
        }
    }

    /** From now on; what is not among these answers 204. */
    void answers(Map<String, Integer> statuses) {
        calls.clear();
        answers = Map.copyOf(statuses);
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
