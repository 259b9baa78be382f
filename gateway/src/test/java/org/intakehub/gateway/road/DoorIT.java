package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.PartnerPlatform;
import org.intakehub.simulators.Push;
import org.intakehub.simulators.Signing;
import org.junit.jupiter.api.Test;

class DoorIT extends StoppedRoad {
    private static final int LIMIT = 64 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    private URI webhook(String source) {
        return URI.create("http://localhost:" + port + "/channels/" + source + "/webhook");
    }

    private static Push call(String id, String body) {
        return new Push(id, Map.of("Content-Type", "application/json"), Payload.of(body, UTF_8));
    }

    private static String padded(int size) {
        return LAMP + " ".repeat(size - LAMP.getBytes(UTF_8).length);
    }

    private HttpResponse<String> post(String source, HttpRequest.BodyPublisher body, Push push) throws Exception {
        var request = HttpRequest.newBuilder(webhook(source))
                .timeout(Duration.ofSeconds(20))
                .POST(body);
        new Signing(new Secret(SECRET)).headers(push, Instant.now()).forEach(request::setHeader);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void refused(String reason, long size) throws Exception {
        camel.getRouteController().startRoute("refused");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(number("select count(*) from refusal")).isEqualTo(1));
        assertThat(text("select reason from refusal")).isEqualTo(reason);
        assertThat(number("select size::int from refusal")).isEqualTo((int) size);
    }

    @Test
    void aSignedPushIsAcknowledgedWithItsReceiptBeforeAnyStageHasSeenIt() throws Exception {
        var partner = new PartnerPlatform(webhook("partner"), new Secret(SECRET), Clock.systemUTC());
        var first = partner.push(call("door-1", LAMP));
        var again = partner.push(call("door-1", LAMP));
        assertThat(first.isAccepted()).isTrue();
        assertThat(again).isEqualTo(first);

        var receipt = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/receipts/"
                                + first.receiptId().orElseThrow()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).contains("\"RECEIVED\"").doesNotContain("周晓雨");
        assertThat(cases()).isZero();
    }

    @Test
    void aBodyAtTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
        var exact = call("exact", padded(LIMIT));
        assertThat(exact.body().size()).isEqualTo(LIMIT);
        assertThat(post("partner", BodyPublishers.ofByteArray(exact.body().bytes()), exact)
                        .statusCode())
                .isEqualTo(202);
        var over = call("over", padded(LIMIT + 1));
        var answer = post("partner", BodyPublishers.ofByteArray(over.body().bytes()), over);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        refused("TOO_LARGE", LIMIT + 1);
    }

    @Test
    void aBodyWithoutAnAnnouncedLengthIsCutOffWhileItStreams() throws Exception {
        var asked = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                return asked.incrementAndGet() < 50_000_000 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                return asked.addAndGet(length) < 50_000_000 ? length : -1;
            }
        };
        try {
            var answer = post("partner", BodyPublishers.ofInputStream(() -> endless), call("endless", LAMP));
            assertThat(answer.statusCode()).isEqualTo(413);
        } catch (IOException e) {
            // The hub hangs up on who goes on sending; the answer may get lost with the connection.
            assertThat(e).hasMessageNotContaining("timed out");
        }
        assertThat(asked.get()).isLessThan(50_000_000);
        refused("TOO_LARGE", LIMIT + 1);
    }

    @Test
    void whatIsNotSignedOrHasNoSourceIsTurnedAway() throws Exception {
        var call = call("door-2", LAMP);
        var forged = call("door-2", LAMP.replace("路灯", "井盖"));
        assertThat(post("partner", BodyPublishers.ofByteArray(forged.body().bytes()), call)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("letters", BodyPublishers.ofByteArray(call.body().bytes()), call)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("nobody", BodyPublishers.ofByteArray(call.body().bytes()), call)
                        .statusCode())
                .isEqualTo(404);
        refused("FORGED_PROOF", forged.body().size());
    }

    @Test
    void anAddressThatTheChannelDoesNotHaveIsNotFound() throws Exception {
        var call = call("door-4", LAMP);
        var elsewhere = URI.create("http://localhost:" + port + "/channels/partner/pushJjd");
        var answer = client.send(
                HttpRequest.newBuilder(elsewhere)
                        .POST(BodyPublishers.ofByteArray(call.body().bytes()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void aPlatformIsAskedToComeBackWhileTheRouteBehindTheDoorDoesNotRun() throws Exception {
        camel.getRouteController().stopRoute("receive");
        try {
            var call = call("door-5", LAMP);
            var answer = post("partner", BodyPublishers.ofByteArray(call.body().bytes()), call);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).contains("5");
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        } finally {
            camel.getRouteController().startRoute("receive");
        }
    }

    @Test
    void headersFromOutsideDoNotSteerTheRoad() throws Exception {
        var call = call("door-3", LAMP);
        var request = HttpRequest.newBuilder(webhook("partner"))
                .POST(BodyPublishers.ofByteArray(call.body().bytes()))
                .header("CamelJmsDestinationName", "workorders.chengguan")
                .header("CamelHttpResponseCode", "500")
                .header("receiptId", "forged")
                .header("JMSCorrelationID", "x");
        new Signing(new Secret(SECRET)).headers(call, Instant.now()).forEach(request::setHeader);
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("camel"))
                .noneMatch(name -> name.equalsIgnoreCase("receiptId"));
        assertThat(answer.body()).doesNotContain("forged");
    }
}
