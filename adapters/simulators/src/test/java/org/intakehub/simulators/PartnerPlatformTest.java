package org.intakehub.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerPlatformTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private final List<String> calls = new ArrayList<>();
    private HttpServer hub;
    private PartnerPlatform platform;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            calls.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
            var refused = new String(exchange.getRequestBody().readAllBytes(), UTF_8).contains("\"refused\"");
            var answer = "{\"receiptId\":\"r-1\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(refused ? 429 : 202, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        hub.start();
        var address = URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/channels/partner/webhook");
        platform =
                new PartnerPlatform(address, new Secret("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="), clock);
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void keepsTheReceipt() throws IOException, InterruptedException {
        var answered = platform.push(new Pushes(clock).plain("m-1", new Matters(1).of(1)));

        assertThat(answered.isAccepted()).isTrue();
        assertThat(answered.receiptId()).contains("r-1");
    }

    @Test
    void anAnswerThatRefusesIsNoReceipt() throws IOException, InterruptedException {
        var answered = platform.push(new Push("m-2", Map.of(), Payload.of("\"refused\"", UTF_8)));

        assertThat(answered.isAccepted()).isFalse();
        assertThat(answered.status()).isEqualTo(429);
    }

    @Test
    void signsIdTimeAndBody() throws IOException, InterruptedException {
        platform.push(new Push("m-3", Map.of(), Payload.of("{}", UTF_8)));

        assertThat(calls).containsExactly("v1,Yg+Ydz2jYrjx4RaACgqWSYjyBPXkQUp+CuXGaSkckzI=");
    }
}
