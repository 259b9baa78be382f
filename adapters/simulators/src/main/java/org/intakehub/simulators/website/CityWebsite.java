package org.intakehub.simulators.website;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.intakehub.simulators.Matter;

/**
 * One site on loopback that shows the same letters as TRS IGI, as Hanweb JACT, as the Guangdong interaction platform, and as the GB2312
 * pages of a CMS below {@code /hd/}; checks what the platforms check, and fails when told to.
 */
public final class CityWebsite implements AutoCloseable {
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final SiteLetters letters = new SiteLetters();
    private final SiteDesk desk = new SiteDesk(letters);
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private CityWebsite(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port. */
    public static CityWebsite start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var site = new CityWebsite(server);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A letter is published; its number is the answer. */
    public int publish(Matter matter, Instant at) {
        return letters.add(matter, at);
    }

    /** Somebody publishes an answer by hand. */
    public void answer(int id, String unit, String text, Instant at) {
        letters.answer(id, new SiteLetter.SiteAnswer(unit, text, at));
    }

    /** The letter's page goes away, as letters do that are withdrawn; the list still names it. */
    public void withdraw(int id) {
        letters.hide(id);
    }

    /** The next calls are answered with these statuses and nothing else, 503 for a second; 0 is a good answer. */
    public void failNext(int... next) {
        for (var status : next) {
            statuses.add(status);
        }
    }

    /** Methods and addresses of the calls so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var status = statuses.poll();
        if (status == null || status == 0) {
            desk.answer(exchange, body);
        } else {
            if (status == UNAVAILABLE) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            SiteDesk.send(exchange, status, "text/html", new byte[0]);
        }
    }
}
