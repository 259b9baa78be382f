package org.intakehub.routes.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.stage.RecordedQueues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpCallsIT {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final RecordedQueues camel = new RecordedQueues();
    private final HttpCalls calls = new HttpCalls(camel.camel().createProducerTemplate());

    @AfterEach
    void stop() {
        camel.close();
    }

    private static Step.Ask ask(Call call) {
        return new Step.Ask(call, new Cursor("c-1"), "note");
    }

    @Test
    void asksExactlyThisAddressAndHandsTheAnswerBack() throws Exception {
        try (var far = new FarEnd(exchange -> FarEnd.say(exchange, 200, "留言"))) {
            var question =
                    ask(Call.get(far.url("/list?name=%E5%B8%82%20%26x&page=1&page=2"), Map.of("X-Token", "t=1; q")));
            var answer = calls.make(question, NOW);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().text(UTF_8)).isEqualTo("留言");
            assertThat(answer.header("X-Next")).contains("page-2");
            assertThat(answer.asked()).isEqualTo(question);
            assertThat(answer.receivedAt()).isEqualTo(NOW);
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("camel"));
            assertThat(far.asked()).hasSize(1);
            assertThat(far.asked().get(0).uri()).isEqualTo("/list?name=%E5%B8%82%20%26x&page=1&page=2");
            assertThat(far.asked().get(0).method()).isEqualTo("GET");
            assertThat(far.asked().get(0).token()).containsExactly("t=1; q");
        }
    }

    @Test
    void sendsABodyByteForByteUnderItsOwnType() throws Exception {
        try (var far = new FarEnd(exchange -> FarEnd.say(exchange, 201, "{}"))) {
            var body = Payload.of(new byte[] {0, 1, (byte) 0xff, '\r', '\n'});
            calls.make(ask(new Call("POST", far.url("/send"), Map.of("Content-Type", "application/x-odd"), body)), NOW);

            var asked = far.asked().get(0);
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.contentType()).isEqualTo(List.of("application/x-odd"));
            assertThat(asked.body()).isEqualTo(body);
        }
    }

    @Test
    void handsBackRedirectsAndErrorsAsTheyAre() throws Exception {
        for (var status : new int[] {204, 301, 404, 429, 500}) {
            try (var far = new FarEnd(exchange -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                FarEnd.say(exchange, status, "");
            })) {
                var answer = calls.make(ask(Call.get(far.url("/"), Map.of())), NOW);
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body().isEmpty()).isTrue();
                assertThat(far.asked()).hasSize(1);
            }
        }
    }

    @Test
    void noAnswerIsAPassingFaultThatQuotesNothing() throws Exception {
        URI gone;
        try (var far = new FarEnd(exchange -> exchange.getResponseBody().close())) {
            gone = far.url("/?key=secret");
        }
        assertThatThrownBy(() -> calls.make(ask(Call.get(gone, Map.of())), NOW))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageNotContaining("secret");
        try (var far = new FarEnd(exchange -> {})) {
            assertThatThrownBy(() -> calls.make(ask(Call.get(far.url("/?key=secret"), Map.of())), NOW))
                    .isInstanceOf(RemoteUnavailable.class)
                    .hasMessageNotContaining("secret");
        }
    }
}
