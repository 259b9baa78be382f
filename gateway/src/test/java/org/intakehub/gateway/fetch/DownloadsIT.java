package org.intakehub.gateway.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.source.FetchRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DownloadsIT {
    private static final FetchRules INSIDE = new FetchRules(Set.of("127.0.0.1", "localhost"), true);
    private static final int LIMIT = 1024;

    private final Downloads downloads = new Downloads(settings(), Duration.ofSeconds(1));
    private final CountDownLatch done = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private static HubSettings settings() {
        return new HubSettings(
                Path.of("target"),
                "340181",
                ZoneId.of("Asia/Shanghai"),
                "",
                new Secret(""),
                null,
                DataSize.ofBytes(LIMIT),
                1,
                DataSize.ofMegabytes(1),
                HubSettings.BrokerSettings.closed());
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/file", exchange -> say(exchange, 200, "图片".getBytes(UTF_8)));
        server.createContext("/exact", exchange -> say(exchange, 200, new byte[LIMIT]));
        server.createContext("/large", exchange -> say(exchange, 200, new byte[LIMIT + 1]));
        server.createContext("/gone", exchange -> say(exchange, 404, new byte[0]));
        server.createContext("/busy", exchange -> say(exchange, 503, new byte[0]));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/file");
            say(exchange, 302, new byte[0]);
        });
        server.createContext("/drip", this::drip);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        done.countDown();
        server.stop(0);
        downloads.close();
    }

    private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** A byte now and then, without end. */
    private void drip(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            } while (!done.await(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void getsTheBytes() {
        assertThat(downloads.get(Call.get(url("/file"), Map.of()), INSIDE)).isEqualTo("图片".getBytes(UTF_8));
        assertThat(downloads.get(Call.get(url("/exact"), Map.of()), INSIDE)).hasSize(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/gone", "/elsewhere", "/drip"})
    void aFinalNoIsNotTriedAgain(String path) {
        assertThatThrownBy(() -> downloads.get(Call.get(url(path), Map.of()), INSIDE))
                .isInstanceOf(RemoteRejected.class);
    }

    @Test
    void aServerThatIsBusyOrGoneIsTriedAgain() {
        assertThatThrownBy(() -> downloads.get(Call.get(url("/busy"), Map.of()), INSIDE))
                .isInstanceOf(RemoteUnavailable.class);
        var gone = url("/file");
        server.stop(0);
        assertThatThrownBy(() -> downloads.get(Call.get(gone, Map.of()), INSIDE))
                .isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void nothingIsFetchedFromInsideUnlessTheSourceMayDoThat() {
        var rules = new FetchRules(Set.of("127.0.0.1", "localhost"), false);
        assertThatThrownBy(() -> downloads.get(Call.get(url("/file"), Map.of()), rules))
                .isInstanceOf(RemoteRejected.class)
                .hasMessageContaining("private");
        var byName = URI.create("http://localhost:" + server.getAddress().getPort() + "/file");
        assertThatThrownBy(() -> downloads.get(Call.get(byName, Map.of()), rules))
                .isInstanceOf(RemoteRejected.class)
                .hasMessageContaining("private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example.org/file",
                "http://127.0.0.1.example.org/file",
                "http://127.0.0.1@other.example.org/file",
                "file:///etc/passwd",
                "ftp://127.0.0.1/file"
            })
    void onlyTheHostsOfTheSourceAreAsked(String url) {
        assertThatThrownBy(() -> downloads.get(Call.get(URI.create(url), Map.of()), INSIDE))
                .isInstanceOf(RemoteRejected.class);
    }
}
