package org.intakehub.simulators.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.intakehub.simulators.Matters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaderBoardTest {
    private static final String APP_CODE = "PC42ce3bfa4980a9";

    private final HttpClient client = HttpClient.newHttpClient();
    private LeaderBoard board;

    @BeforeEach
    void start() throws IOException {
        board = LeaderBoard.start(APP_CODE, "");
        board.post("539", new Matters(1).of(1), Instant.parse("2026-11-20T02:00:00Z"));
    }

    @AfterEach
    void stop() {
        board.close();
    }

    @Test
    void takesTheSignatureOfThePublishedExample() throws IOException, InterruptedException {
        var answer = signed("18d497371f56c631390ca2f9a196b130");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"contentList\"");
    }

    @Test
    void answersAForgedSignatureWithACodeAndStatus200() throws IOException, InterruptedException {
        var answer = signed("18d497371f56c631390ca2f9a196b131");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("SN0006");
    }

    @Test
    void takesTheFormByPostOnly() throws IOException, InterruptedException {
        var get = HttpRequest.newBuilder(URI.create(board.url() + "/threads/queryThreadsList"))
                .build();

        assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void failsAsOftenAsToldAndRemembersCalls() throws IOException, InterruptedException {
        board.failNext(LeaderBoard.Fault.TOO_MANY);

        assertThat(signed("18d497371f56c631390ca2f9a196b130").statusCode()).isEqualTo(429);
        assertThat(signed("18d497371f56c631390ca2f9a196b130").statusCode()).isEqualTo(200);
        assertThat(board.requests()).containsExactly("POST /v1/threads/content", "POST /v1/threads/content");
    }

    private HttpResponse<String> signed(String signature) throws IOException, InterruptedException {
        var body = "{\"appCode\":\"" + APP_CODE + "\",\"token\":\"\",\"signature\":\"" + signature
                + "\",\"param\":\"{\\\"tid\\\":\\\"14592777\\\",\\\"fromTrash\\\":0}\"}";
        var call = HttpRequest.newBuilder(URI.create(board.url() + "/v1/threads/content"))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(call, BodyHandlers.ofString());
    }
}
