package org.intakehub.routes.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageRouteIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NOT_LONG = Duration.ofMillis(300);

    private final List<Integer> tries = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private LiveBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new LiveBroker();
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void sendsEveryHopToItsQueueWithItsHeaders() throws Exception {
        broker.run(
                "two",
                delivery -> List.of(
                        new Hop("test.one", delivery.body(), Map.of("kind", "留言")), Hop.of("test.two", "id-2")));
        broker.send("正文", Map.of("secret", "stays here"));

        var one = broker.receive("test.one", SOON).orElseThrow();
        assertThat(one.body().text(UTF_8)).isEqualTo("正文");
        assertThat(one.headers()).containsEntry("kind", "留言").doesNotContainKey("secret");
        var two = broker.receive("test.two", SOON).orElseThrow();
        assertThat(two.body().text(UTF_8)).isEqualTo("id-2");
        assertThat(broker.receive("test.in", NOT_LONG)).isEmpty();
    }

    @Test
    void aFailingStageSendsNothingAndGetsItsMessageAgain() throws Exception {
        broker.run("flaky", delivery -> {
            tries.add(delivery.attempt());
            if (delivery.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
            return List.of(Hop.of("test.out", delivery.id()));
        });
        broker.send("id-1", Map.of());

        assertThat(broker.receive("test.out", SOON)).isPresent();
        assertThat(broker.receive("test.out", NOT_LONG)).isEmpty();
        assertThat(tries).containsExactly(1, 2, 3);
        assertThat(broker.receive(Queues.DEAD, NOT_LONG)).isEmpty();
    }

    @Test
    void poisonIsADeadLetterAfterFourTriesWithItsBodyHeadersAndReason() throws Exception {
        broker.run("poisoned", delivery -> {
            tries.add(delivery.attempt());
            throw new IllegalStateException("张三的身份证号");
        });
        broker.send("毒", Map.of(RawMessages.RECEIPT, "R-1", "more", "kept"));

        var dead = broker.receive(Queues.DEAD, SOON).orElseThrow();
        assertThat(tries).containsExactly(1, 2, 3, 4);
        assertThat(dead.body()).isEqualTo(Payload.of("毒", UTF_8));
        assertThat(dead.headers())
                .containsEntry(DeadLetters.QUEUE, "test.in")
                .containsEntry(DeadLetters.SUBJECT, "R-1")
                .containsEntry("more", "kept");
        assertThat(dead.headers().get(DeadLetters.REASON))
                .startsWith("IllegalStateException at org.intakehub.routes.stage.StageRouteIT")
                .doesNotContain("张三");
        assertThat(broker.receive("test.in", NOT_LONG)).isEmpty();
        assertThat(broker.meters
                        .timer("intake.stage", "stage", "poisoned", "outcome", "failed")
                        .count())
                .isEqualTo(3);
        assertThat(broker.meters
                        .timer("intake.stage", "stage", "poisoned", "outcome", "dead")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aPassingFaultNeverBecomesADeadLetter() throws Exception {
        broker.run("patient", delivery -> {
            tries.add(delivery.attempt());
            if (tries.size() < 9) {
                throw new RemoteUnavailable("the database is down");
            }
            return List.of(Hop.of("test.out", delivery.id()));
        });
        broker.send("id-1", Map.of());

        assertThat(broker.receive("test.out", SOON)).isPresent();
        assertThat(tries).hasSize(9);
        assertThat(broker.receive(Queues.DEAD, NOT_LONG)).isEmpty();
    }

    @Test
    void poisonIsCountedByTriesSoAFaultThatPassesFirstUsesThemUp() throws Exception {
        broker.run("late-poison", delivery -> {
            tries.add(delivery.attempt());
            if (tries.size() < 6) {
                throw new RemoteUnavailable("the database is down");
            }
            throw new IllegalStateException("poison");
        });
        broker.send("id-1", Map.of());

        assertThat(broker.receive(Queues.DEAD, SOON)).isPresent();
        assertThat(tries).hasSize(6);
    }

    @Test
    void theOtherMessagesGoOnWhileOneIsTriedAgain() throws Exception {
        broker.run("mixed", delivery -> {
            if (delivery.id().equals("bad")) {
                throw new RemoteUnavailable("for ever");
            }
            return List.of(Hop.of("test.out", delivery.id()));
        });
        broker.send("bad", Map.of());
        for (var number = 0; number < 5; number++) {
            broker.send("good-" + number, Map.of());
        }
        var through = new ArrayList<String>();
        for (var number = 0; number < 5; number++) {
            through.add(broker.receive("test.out", SOON).orElseThrow().body().text(UTF_8));
        }
        assertThat(through).containsExactlyInAnyOrder("good-0", "good-1", "good-2", "good-3", "good-4");
    }

    @Test
    void aHopThatIsNotTakenTakesTheOthersBackAndTheMessageComesAgain() throws Exception {
        broker.fill("test.full");
        broker.run("all-or-nothing", delivery -> {
            tries.add(delivery.attempt());
            return delivery.attempt() < 3
                    ? List.of(Hop.of("test.out", "try-" + delivery.attempt()), Hop.of("test.full", "x"))
                    : List.of(Hop.of("test.out", "last"));
        });
        broker.send("id-1", Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(tries).containsExactly(1, 2, 3));
        assertThat(broker.receive("test.out", SOON).orElseThrow().body().text(UTF_8))
                .isEqualTo("last");
        assertThat(broker.receive("test.out", NOT_LONG)).isEmpty();
    }
}
