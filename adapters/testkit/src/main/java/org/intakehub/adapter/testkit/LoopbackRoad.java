package org.intakehub.adapter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.Step;

/** The road in small: makes a polling adapter's calls over real HTTP, each once, and saves the cursor behind all that was found. */
public final class LoopbackRoad {
    private static final int MOST_STEPS = 1_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final PollingAdapter adapter;
    private final InstantSource clock;
    private Cursor cursor = Cursor.START;

    public LoopbackRoad(PollingAdapter adapter, InstantSource clock) {
        this.adapter = adapter;
        this.clock = clock;
    }

    /** What one round finds, read; the cursor stays behind what was found even if the round ends in a failure. */
    public List<IntakeMessage> round() {
        var messages = new ArrayList<IntakeMessage>();
        var step = adapter.start(cursor);
        for (var steps = 0; steps < MOST_STEPS; steps++) {
            if (step instanceof Step.Ask ask) {
                step = adapter.next(call(ask));
            } else {
                var found = (Step.Found) step;
                found.raws().forEach(raw -> messages.addAll(adapter.normalise(raw)));
                cursor = found.next();
                if (!found.more()) {
                    return List.copyOf(messages);
                }
                step = adapter.start(cursor);
            }
        }
        throw new AssertionError("the adapter never says that it is finished");
    }

    /** Where the next round begins. */
    public Cursor cursor() {
        return cursor;
    }

    private Answer call(Step.Ask ask) {
        var call = ask.call();
        var bytes = call.body().bytes();
        var request = HttpRequest.newBuilder(call.url())
                .timeout(Duration.ofSeconds(20))
                .method(call.method(), bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        call.headers().forEach(request::setHeader);
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            var headers = new TreeMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Answer(ask, response.statusCode(), headers, Payload.of(response.body()), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
