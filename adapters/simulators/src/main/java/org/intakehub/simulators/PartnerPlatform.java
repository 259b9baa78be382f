package org.intakehub.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.intakehub.core.channel.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A partner that signs what its citizens say and pushes it to the hub's webhook. */
public final class PartnerPlatform {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI webhook;
    private final Signing signing;
    private final Clock clock;

    /** @param webhook the hub's address for this source, {@code http://…/channels/{source}/webhook} */
    public PartnerPlatform(URI webhook, Secret secret, Clock clock) {
        this.webhook = webhook;
        this.signing = new Signing(secret);
        this.clock = clock;
    }

    /**
     * Makes one call and waits for its answer, half a minute at most.
     *
     * @throws IOException if there was none: whether the hub has it is not known
     */
    public Answered push(Push push) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofByteArray(push.body().bytes()));
        signing.headers(push, clock.instant()).forEach(request::setHeader);
        var response = client.send(request.build(), BodyHandlers.ofString());
        return new Answered(response.statusCode(), receipt(response.statusCode(), response.body()));
    }

    private static Optional<String> receipt(int status, String body) {
        if (status != 202) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(body).path("receiptId").asStringOpt();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * What the hub said.
     *
     * @param receiptId given if the status is 202
     */
    public record Answered(int status, Optional<String> receiptId) {
        public boolean isAccepted() {
            return status == 202 && receiptId.isPresent();
        }
    }
}
