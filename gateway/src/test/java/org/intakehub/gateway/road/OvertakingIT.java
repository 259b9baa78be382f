package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.intakehub.routes.stage.Queues;
import org.intakehub.simulators.PartnerPlatform;
import org.intakehub.simulators.Push;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;

/** What the emergency office hands over does not stand in line. */
class OvertakingIT extends StoppedRoad {
    @Autowired
    ConnectionFactory connections;

    @Test
    void anEmergencyIsFiledBeforeWhatOthersBroughtEarlier() throws Exception {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(JmsTemplate.RECEIVE_TIMEOUT_NO_WAIT);
        while (!nextSource(jms).isEmpty()) {
            assertThat(camel.getRouteController().getRouteStatus("file").isStopped())
                    .isTrue();
        }
        var partner = new PartnerPlatform(
                URI.create("http://localhost:" + port + "/channels/partner/webhook"),
                new Secret(SECRET),
                Clock.systemUTC());
        for (var i = 0; i < 20; i++) {
            var call = new Push("overtaken-" + i, Map.of("Content-Type", "application/json"), Payload.of(LAMP, UTF_8));
            assertThat(partner.push(call).isAccepted()).isTrue();
        }
        handOver("{\"eventId\":\"event-9\",\"eventTitle\":\"燃气泄漏\",\"eventRank\":\"一级\",\"bjnr\":\"燃气泄漏\"}");

        jms.setReceiveTimeout(10_000);
        assertThat(nextSource(jms)).isEqualTo("duty");
        assertThat(nextSource(jms)).isEqualTo("partner");
    }

    /** Of the message that a stage would get next; empty if there is none. */
    private static String nextSource(JmsTemplate jms) throws JMSException {
        var next = jms.receive(Queues.RECEIVED);
        return next == null ? "" : next.getStringProperty("source");
    }

    private void handOver(String body) throws Exception {
        var time = String.valueOf(Instant.now().getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a key of the office".getBytes(UTF_8), "HmacSHA256"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/channels/duty/webhook"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Timestamp", time)
                .header("X-Signature", HexFormat.of().formatHex(mac.doFinal((time + "\n" + body).getBytes(UTF_8))))
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
    }
}
