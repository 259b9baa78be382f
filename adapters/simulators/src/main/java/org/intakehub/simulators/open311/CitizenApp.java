package org.intakehub.simulators.open311;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Secret;

/** An application in which citizens report what they see, over GeoReport v2. */
public final class CitizenApp {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI endpoint;
    private final Secret key;

    /** @param endpoint where the endpoint's addresses begin, with a slash at the end */
    public CitizenApp(URI endpoint, Secret key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /**
     * What the endpoint said.
     *
     * @param body in the format that was asked for
     */
    public record Said(int status, String contentType, String body) {}

    /** Reads a document such as {@code services.xml}. */
    public Said read(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).GET());
    }

    /**
     * Sends a request.
     *
     * @param format json or xml
     */
    public Said report(String format, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new LinkedHashMap<String, String>();
        all.put("api_key", key.value());
        all.putAll(fields);
        var form = all.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(endpoint.resolve("requests." + format))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private Said send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        return new Said(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
