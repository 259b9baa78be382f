package org.intakehub.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.intakehub.gateway.fetch.GuardedClients;
import org.intakehub.gateway.fetch.PublicAddresses;
import org.intakehub.gateway.webhook.UnitSettings.Webhook;
import org.springframework.stereotype.Component;

/** Calls endpoints of units: a CloudEvent in structured mode, signed; no redirects, and no private addresses unless allowed. */
@Component
class EndpointCalls {
    private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", UTF_8);
    private static final Duration LONGEST_REST = Duration.ofHours(24);
    /** Of an answer nothing is read but its status; what is short is taken off the line, so that the connection can be used again. */
    private static final int READS = 4;

    private final CloseableHttpClient toPublic = GuardedClients.toPublic();
    private final CloseableHttpClient toAny = GuardedClients.toAny();
    private final Clock clock;

    EndpointCalls(Clock clock) {
        this.clock = clock;
    }

    Outcome send(Webhook webhook, Due due) {
        var at = clock.instant();
        var request = new HttpPost(webhook.address());
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(webhook.timeout()))
                .build());
        request.setEntity(new ByteArrayEntity(due.body().bytes(), CLOUD_EVENT));
        request.setHeader("webhook-id", due.eventId());
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader(
                "webhook-signature",
                Signatures.header(
                        webhook.secrets(), due.eventId(), at, due.body().bytes()));
        var began = System.nanoTime();
        try {
            var client = webhook.privateAddresses() ? toAny : toPublic;
            var response = client.executeOpen(null, request, null);
            var outcome = new Outcome(Optional.of(response.getCode()), "", millis(began), rest(response));
            finish(request, response);
            return outcome;
        } catch (PublicAddresses.PrivateAddress e) {
            return new Outcome(
                    Optional.empty(), "the host leads to a private address", millis(began), Optional.empty());
        } catch (IOException e) {
            return new Outcome(Optional.empty(), e.getClass().getSimpleName(), millis(began), Optional.empty());
        }
    }

    /** Closing a long answer would first read all of it, however long that takes: its connection is broken instead. */
    private static void finish(HttpPost request, ClassicHttpResponse response) {
        try {
            if (isRead(response)) {
                response.close();
            } else {
                request.abort();
            }
        } catch (IOException e) {
            request.abort();
        }
    }

    private static boolean isRead(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        var in = entity.getContent();
        var buffer = new byte[4096];
        for (int i = 0; i < READS; i++) {
            if (in.read(buffer) < 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Duration> rest(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return Optional.ofNullable(header)
                .map(found -> found.getValue().strip())
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(asked -> asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked);
    }

    private static int millis(long began) {
        return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    @PreDestroy
    void close() throws IOException {
        toPublic.close();
        toAny.close();
    }
}
