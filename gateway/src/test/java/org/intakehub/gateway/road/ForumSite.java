package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A forum with a feed on loopback: one thread an hour, the first at ten o'clock in Shanghai; it tells how many calls it still allows. */
final class ForumSite {
    private final HttpServer server;
    private final List<String> titles = new CopyOnWriteArrayList<>();

    ForumSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var bytes = feed().getBytes(UTF_8);
            exchange.getResponseHeaders().add("X-RateLimit-Remaining", "41");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    void holds(String... threads) {
        titles.clear();
        titles.addAll(List.of(threads));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
    }

    private String feed() {
        return IntStream.range(0, titles.size())
                .mapToObj(number -> "<item><guid>t-" + titles.get(number) + "</guid><title>" + titles.get(number)
                        + "</title><pubDate>Mon, 23 Nov 2026 " + (10 + number) + ":00:00 +0800</pubDate></item>")
                .collect(Collectors.joining("", "<rss version='2.0'><channel>", "</channel></rss>"));
    }
}
