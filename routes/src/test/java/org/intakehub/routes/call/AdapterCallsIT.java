package org.intakehub.routes.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SigningAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.routes.stage.RecordedQueues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdapterCallsIT {
    private static final SourceId SOURCE = new SourceId("guarded");

    private final RecordedQueues camel = new RecordedQueues();
    private final TokensInMemory tokens = new TokensInMemory();
    private final AdapterCalls calls =
            new AdapterCalls(new HttpCalls(camel.camel().createProducerTemplate()), tokens, Clock.systemUTC());
    private final AtomicInteger logins = new AtomicInteger();
    private volatile String valid = "";

    @SuppressWarnings("NullAway.Init")
    private FarEnd far;

    @BeforeEach
    void start() throws IOException {
        far = new FarEnd(this::answer);
    }

    @AfterEach
    void stop() {
        far.close();
        camel.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/login")) {
            valid = "token-" + logins.incrementAndGet();
            FarEnd.say(exchange, 200, valid);
        } else {
            var shown = exchange.getRequestHeaders().getFirst("X-Token");
            FarEnd.say(exchange, valid.equals(shown) ? 200 : 401, String.valueOf(shown));
        }
    }

    private Answer ask() {
        return calls.make(
                SOURCE, new Guarded(), new Step.Ask(Call.get(far.url("/list"), Map.of()), Cursor.START, "page 1"));
    }

    @Test
    void logsInOnceAndKeepsTheTokenForLaterCalls() {
        assertThat(ask().status()).isEqualTo(200);
        assertThat(ask().status()).isEqualTo(200);
        assertThat(logins).hasValue(1);
    }

    @Test
    void theAdapterNeverSeesTheTokenInItsOwnQuestion() {
        assertThat(ask().asked()).isEqualTo(new Step.Ask(Call.get(far.url("/list"), Map.of()), Cursor.START, "page 1"));
    }

    @Test
    void aRefusedTokenIsFetchedAnewOnce() {
        ask();
        valid = "another one";
        assertThat(ask().status()).isEqualTo(200);
        assertThat(logins).hasValue(2);
    }

    @Test
    void anExpiredTokenIsNotEvenTried() {
        tokens.save(SOURCE, new TokenAdapter.Login.Granted(new Secret("old"), Instant.now()));
        assertThat(ask().status()).isEqualTo(200);
        assertThat(far.asked()).noneMatch(asked -> asked.token().equals(List.of("old")));
    }

    @Test
    void theTokenOfAnotherNodeIsUsed() {
        valid = "theirs";
        tokens.save(
                SOURCE,
                new TokenAdapter.Login.Granted(
                        new Secret("theirs"), Instant.now().plusSeconds(600)));
        assertThat(ask().status()).isEqualTo(200);
        assertThat(logins).hasValue(0);
    }

    @Test
    void aLoginThatTheFarEndRefusesIsSaid() {
        var stranger = new Guarded() {
            @Override
            public Login proceed(Answer answer) {
                throw new RemoteRejected("the far end does not know these credentials");
            }
        };
        var ask = new Step.Ask(Call.get(far.url("/list"), Map.of()), Cursor.START, "");
        assertThatThrownBy(() -> calls.make(SOURCE, stranger, ask)).isInstanceOf(RemoteRejected.class);
    }

    @Test
    void aCallIsSignedAtTheMomentOfSendingWithItsTokenInPlace() {
        ask();
        var ready = calls.ready(SOURCE, new Guarded(), Call.get(URI.create("http://127.0.0.1/media"), Map.of()));
        assertThat(ready.headers()).containsEntry("X-Token", "token-1").containsEntry("X-Signed", "GET with token-1");
    }

    /** A far end that wants a token in a header, and calls that are signed over it. */
    private class Guarded implements TokenAdapter, SigningAdapter {
        @Override
        public ChannelId channel() {
            return new ChannelId("guarded");
        }

        @Override
        public List<IntakeMessage> normalise(RawMessage raw) {
            return List.of();
        }

        @Override
        public Step.Ask login() {
            return new Step.Ask(Call.get(far.url("/login"), Map.of()), Cursor.START, "");
        }

        @Override
        public Login proceed(Answer answer) {
            return new Login.Granted(
                    new Secret(answer.body().text(UTF_8)), Instant.now().plusSeconds(7200));
        }

        @Override
        public Call authorise(Call call, Secret token) {
            return with(call, "X-Token", token.value());
        }

        @Override
        public boolean refusesToken(Answer answer) {
            return answer.status() == 401;
        }

        @Override
        public Call sign(Call call, Instant at) {
            return with(
                    call, "X-Signed", call.method() + " with " + call.headers().getOrDefault("X-Token", "none"));
        }

        private static Call with(Call call, String name, String value) {
            var headers = new TreeMap<>(call.headers());
            headers.put(name, value);
            return new Call(call.method(), call.url(), headers, call.body());
        }
    }
}
