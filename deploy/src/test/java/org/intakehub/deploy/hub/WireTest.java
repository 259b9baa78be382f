package org.intakehub.deploy.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private final ServerSocket hub;

    WireTest() throws IOException {
        hub = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

    @Test
    void readsTheReceiptOfAnAnswerWithALength() throws IOException {
        assertThat(answeredWith("HTTP/1.1 202 \r\nContent-Length: 21\r\n\r\n{\"receiptId\":\"r-1.x\"}")
                        .receiptId())
                .isEqualTo("r-1.x");
    }

    @Test
    void putsAnAnswerInChunksTogether() throws IOException {
        assertThat(answeredWith(
                                "HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"receiptId\":\"r-\r\n3\r\n1\"}\r\n0\r\n\r\n")
                        .receiptId())
                .isEqualTo("r-1");
    }

    @Test
    void aRefusalHasNoReceipt() throws IOException {
        var reply = answeredWith("HTTP/1.1 429 \r\nContent-Length: 19\r\n\r\n{\"receiptId\":\"r-1\"}");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.receiptId()).isEmpty();
    }

    private Wire.Reply answeredWith(String answer) throws IOException {
        var served = CompletableFuture.runAsync(() -> {
            try (var call = hub.accept()) {
                call.getInputStream().readNBytes(4);
                call.getOutputStream().write(answer.getBytes(UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        try (var wire = new Wire(hub.getLocalPort())) {
            return wire.send("POST".getBytes(UTF_8));
        } finally {
            served.join();
        }
    }
}
