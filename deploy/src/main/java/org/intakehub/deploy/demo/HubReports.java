package org.intakehub.deploy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running hub's reports, asked for over HTTP as any machine asks; says how long each answer took. */
final class HubReports {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String key;

    HubReports(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** @param report with its parameters, such as {@code channels?month=2019-10} */
    JsonNode ask(String report) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = client.send(request(report), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the hub answered " + answer.statusCode());
        }
        System.out.printf(Locale.ROOT, "%6.0f ms  %s%n", (System.nanoTime() - start) / 1e6, report);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** How many rows an export has, without its head. */
    long exported(String parameters) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = client.send(request("cases.csv?" + parameters), BodyHandlers.ofLines());
        var rows = answer.body().count() - 1;
        System.out.printf(Locale.ROOT, "%6.0f ms  cases.csv, %d rows%n", (System.nanoTime() - start) / 1e6, rows);
        return rows;
    }

    private HttpRequest request(String report) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/reports/" + report))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    @Override
    public String toString() {
        return "HubReports[" + port + "]";
    }
}
