package org.intakehub.adapter.urbanmanagement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Step;

/** Makes an adapter's calls, as the road does. */
final class Wire {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Wire() {}

    static Answer answer(Step.Ask ask, Call call) {
        var request = HttpRequest.newBuilder(call.url()).timeout(Duration.ofSeconds(10));
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()));
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(ask, response.statusCode(), headers, Payload.of(response.body()), Pushed.NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
