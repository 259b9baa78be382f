package org.intakehub.simulators.superior;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.core.channel.Secret;

/** A superior platform that hands out orders to who proves who they are: by a key, by HMAC-SM3, or by SM2 and SM4. */
public final class SuperiorPlatform implements AutoCloseable {
    private final HttpServer server;
    private final Door door;
    private final NoticeBoard board = new NoticeBoard();

    private SuperiorPlatform(HttpServer server, Door door) {
        this.server = server;
        this.door = door;
    }

    /** A platform that trusts its network. */
    public static SuperiorPlatform open() throws IOException {
        return start((headers, body) -> Optional.of(body));
    }

    /** A platform that wants a key in a header. */
    public static SuperiorPlatform withApiKey(Secret key) throws IOException {
        return start((headers, body) ->
                Optional.of(body).filter(any -> key.value().equals(headers.getOrDefault("x-api-key", ""))));
    }

    /** A platform that wants an HMAC-SM3 of each call. */
    public static SuperiorPlatform withHmacSm3(String appId, Secret key, Clock clock) throws IOException {
        var proofs = new Proofs(appId, clock);
        return start((headers, body) -> proofs.content(headers, body)
                .filter(content -> Proofs.hmacSm3(content, key).equals(headers.getOrDefault("x-signature", "")))
                .map(content -> body));
    }

    /** A platform that wants each call sealed and signed by the hub, whose public key it knows. */
    public static SuperiorPlatform sealed(String appId, String hubKey, Clock clock) throws IOException {
        return start(new SealedDoor(new Proofs(appId, clock), hubKey));
    }

    private static SuperiorPlatform start(Door door) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var platform = new SuperiorPlatform(server, door);
        server.createContext("/", platform::answer);
        server.start();
        return platform;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public NoticeBoard board() {
        return board;
    }

    /** Its public SM2 key; empty unless calls are sealed. */
    public String publicKey() {
        return door instanceof SealedDoor sealed ? sealed.publicKey() : "";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var answer = door.opened(headers(exchange), body)
                    .map(opened -> door.sealed(board.act(opened).getBytes(StandardCharsets.UTF_8)))
                    .orElseGet(() -> NoticeBoard.refusal(-400001).getBytes(StandardCharsets.UTF_8));
            // such platforms answer JSON as if it were a page
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return headers;
    }
}
