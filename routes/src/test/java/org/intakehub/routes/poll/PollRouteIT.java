package org.intakehub.routes.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.call.FarEnd;
import org.intakehub.routes.call.HttpCalls;
import org.intakehub.routes.call.TokensInMemory;
import org.intakehub.routes.stage.Leases;
import org.intakehub.routes.stage.RecordedQueues;
import org.intakehub.routes.stage.SavedInMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollRouteIT {
    private static final SourceId SOURCE = new SourceId("far-end");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final RecordedQueues queues = new RecordedQueues();
    private final SavedInMemory saved = new SavedInMemory();
    /** What the far end holds; asked from a position on, it gives one line a page. */
    private final List<String> lines = new ArrayList<>(List.of("one", "two", "three"));

    private final AtomicBoolean broken = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init")
    private FarEnd far;

    @BeforeEach
    void start() throws Exception {
        far = new FarEnd(exchange -> {
            var from = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (broken.get()) {
                FarEnd.say(exchange, 503, "张三");
            } else {
                FarEnd.say(exchange, 200, from < lines.size() ? lines.get(from) : "");
            }
        });
    }

    @AfterEach
    void stop() {
        queues.close();
        far.close();
    }

    private void poll(PollingAdapter adapter, Leases leases) throws Exception {
        var http = new HttpCalls(queues.camel().createProducerTemplate());
        var calls = new AdapterCalls(http, new TokensInMemory(), Clock.systemUTC());
        queues.camel()
                .addRoutes(new PollRoute(
                        SOURCE, adapter, Duration.ofMillis(50), queues.journal(), saved, leases, saved, calls, saved));
        queues.camel().getRouteController().startRoute("poll-" + SOURCE);
    }

    private void poll() throws Exception {
        poll(new Lines(far.url("/")), PollRouteIT::alone);
    }

    private static boolean alone(String name, Duration atMost, Runnable work) {
        work.run();
        return true;
    }

    private List<String> found() {
        return queues.raws().stream().map(raw -> raw.body().text(UTF_8)).toList();
    }

    @Test
    void findsEverythingOnceAndSavesHowFarItCame() throws Exception {
        poll();
        await().atMost(SOON).until(() -> saved.health(SOURCE).equals("well"));
        assertThat(found()).containsExactly("one", "two", "three");
        assertThat(saved.load(SOURCE).value()).isEqualTo("3");

        lines.add("four");
        await().atMost(SOON).until(() -> found().size() == 4);
        assertThat(found()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void whatTheJournalDoesNotTakeIsFoundAgain() throws Exception {
        queues.takeOnly(1);
        poll();
        await().atMost(SOON).until(() -> saved.health(SOURCE).contains("broker"));
        assertThat(saved.load(SOURCE).value()).isEqualTo("1");
        queues.takeAll();
        await().atMost(SOON).until(() -> saved.health(SOURCE).equals("well"));
        assertThat(found()).containsExactly("one", "two", "three");
    }

    @Test
    void aFarEndThatFailsMakesItsSourceUnwellUntilItIsBack() throws Exception {
        broken.set(true);
        poll();
        await().atMost(SOON).until(() -> saved.health(SOURCE).equals("it answered 503"));
        broken.set(false);
        await().atMost(SOON).until(() -> saved.health(SOURCE).equals("well"));
        assertThat(found()).containsExactly("one", "two", "three");
    }

    @Test
    void anAdaptersOwnFaultIsToldWithoutWhatItQuotes() throws Exception {
        poll(
                new Lines(far.url("/")) {
                    @Override
                    public Step next(Answer answer) {
                        throw new IllegalStateException(answer.body().text(UTF_8));
                    }
                },
                PollRouteIT::alone);
        await().atMost(SOON).until(() -> !saved.health(SOURCE).isEmpty());
        assertThat(saved.health(SOURCE)).isEqualTo("the adapter failed: IllegalStateException");
    }

    @Test
    void doesNotAskWhileAnotherNodeDoes() throws Exception {
        var turnedAway = new AtomicBoolean();
        poll(new Lines(far.url("/")), (name, atMost, work) -> {
            turnedAway.set(true);
            return false;
        });
        await().atMost(SOON).untilTrue(turnedAway);
        assertThat(far.asked()).isEmpty();
    }

    @Test
    void aFarEndThatAskedToBeLeftAloneIsLeftAloneForSoLong() throws Exception {
        broken.set(true);
        poll(new Lines(far.url("/"), Optional.of(Duration.ofMinutes(7))), PollRouteIT::alone);
        await().atMost(SOON).until(() -> saved.rest(SOURCE).isPresent());
        assertThat(saved.rest(SOURCE)).contains(Duration.ofMinutes(7));
        broken.set(false);
        var asked = far.asked().size();
        await().during(Duration.ofMillis(300))
                .atMost(SOON)
                .until(() -> far.asked().size() <= asked + 1);
        assertThat(saved.health(SOURCE)).isEqualTo("it answered 503");

        saved.wake(SOURCE);
        await().atMost(SOON).until(() -> saved.health(SOURCE).equals("well"));
        assertThat(found()).containsExactly("one", "two", "three");
    }

    @Test
    void aPausedSourceIsNotAskedAndKeepsItsCursor() throws Exception {
        saved.rest(SOURCE, Duration.ofDays(1));
        saved.save(SOURCE, new Cursor("1"));
        poll();
        await().during(Duration.ofMillis(300))
                .atMost(SOON)
                .until(() -> far.asked().isEmpty());
        saved.wake(SOURCE);
        await().atMost(SOON).until(() -> saved.health(SOURCE).equals("well"));
        assertThat(found()).containsExactly("two", "three");
    }

    private static class Lines implements PollingAdapter {
        private final URI root;
        private final Optional<Duration> wait;

        Lines(URI root) {
            this(root, Optional.empty());
        }

        Lines(URI root, Optional<Duration> wait) {
            this.root = root;
            this.wait = wait;
        }

        @Override
        public ChannelId channel() {
            return new ChannelId("lines");
        }

        @Override
        public List<IntakeMessage> normalise(RawMessage raw) {
            return List.of();
        }

        @Override
        public Step start(Cursor from) {
            var position = from.equals(Cursor.START) ? "0" : from.value();
            return new Step.Ask(Call.get(root.resolve(position), Map.of()), from, position);
        }

        @Override
        public Step next(Answer answer) {
            if (answer.status() != 200) {
                throw new RemoteUnavailable("it answered " + answer.status(), wait);
            }
            if (answer.body().isEmpty()) {
                return new Step.Found(List.of(), answer.asked().cursor(), false);
            }
            var position = Integer.parseInt(answer.asked().note());
            var raw = new RawMessage(
                    channel(),
                    SOURCE,
                    "line-" + position,
                    answer.receivedAt(),
                    Map.of(),
                    Payload.of(answer.body().bytes()),
                    SignatureStatus.FETCHED);
            return new Step.Found(List.of(raw), new Cursor(Integer.toString(position + 1)), true);
        }
    }
}
