package org.intakehub.simulators.peopledaily;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.intakehub.simulators.Matter;

/** The board on loopback: checks signatures, lists, shows threads, and fails when told to. */
public final class LeaderBoard implements AutoCloseable {
    /** What the board says instead of an answer. */
    public enum Fault {
        /** A good answer. */
        NONE,
        TOO_MANY,
        FORBIDDEN,
        EMPTY,
        CODE,
        /** For a second. */
        DOWN
    }

    private final HttpServer server;
    private final Threads threads = new Threads();
    private final BoardDesk desk;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();

    private LeaderBoard(HttpServer server, String appCode, String token) {
        this.server = server;
        desk = new BoardDesk(threads, new SignatureCheck(appCode, token));
    }

    /**
     * Starts on a free port.
     *
     * @param token that callers have to bear; empty: anonymous
     */
    public static LeaderBoard start(String appCode, String token) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var board = new LeaderBoard(server, appCode, token);
        server.createContext("/", board::answer);
        server.start();
        return board;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A citizen writes to a forum; the thread's number is the answer. */
    public long post(String fid, Matter matter, Instant at) {
        return threads.add(fid, matter, false, at);
    }

    /** A company writes to a forum. */
    public long postAsCompany(String fid, Matter matter, Instant at) {
        return threads.add(fid, matter, true, at);
    }

    /** Somebody posts an official answer by hand. */
    public void answer(long tid, String organization, String text, Instant at) {
        threads.change(tid, thread -> thread.answered(new BoardThread.OfficialAnswer(organization, text, at)));
    }

    /** The citizen rates resolution, attitude and speed. */
    public void rate(long tid, int level, int manner, int speed) {
        threads.change(tid, thread -> thread.rated(List.of(level, manner, speed)));
    }

    /** The next calls fail, one after the other. */
    public void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** The same after some good answers. */
    public void failAfter(int good, Fault... next) {
        for (var i = 0; i < good; i++) {
            faults.add(Fault.NONE);
        }
        failNext(next);
    }

    /** Cookies that callers sent. */
    public List<String> cookies() {
        return List.copyOf(cookies);
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
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).ifPresent(cookies::add);
        switch (Objects.requireNonNullElse(faults.poll(), Fault.NONE)) {
            case NONE -> desk.answer(exchange, body);
            case TOO_MANY -> BoardDesk.send(exchange, 429, "text/html", "");
            case FORBIDDEN -> BoardDesk.send(exchange, 403, "text/html", "");
            case EMPTY -> BoardDesk.send(exchange, 200, "application/json", "");
            case CODE -> BoardDesk.send(exchange, 200, "application/json", BoardJson.refusal());
            case DOWN -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                BoardDesk.send(exchange, 502, "text/html", "");
            }
        }
    }
}
