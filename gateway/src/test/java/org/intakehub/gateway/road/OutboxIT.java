package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.deadletter.DeadLetterOffice;
import org.intakehub.gateway.deadletter.DeadLetterStage;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.routes.stage.DeadLetters;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxIT extends StoppedRoad {
    private static final Hop HOP = new Hop(Queues.RECEIVED, Payload.of(new byte[] {0, (byte) 0xff}), Map.of("a", "留言"));

    @Autowired
    SavedOutbox outbox;

    @Autowired
    DeadLetterStage deadLetters;

    @Autowired
    DeadLetterOffice office;

    @Autowired
    TransactionTemplate transaction;

    private final List<Hop> sent = new ArrayList<>();

    private UUID dead(String subject) {
        deadLetters.run(new Delivery(
                HOP.body(),
                Map.of(
                        DeadLetters.QUEUE,
                        Queues.RECEIVED,
                        DeadLetters.SUBJECT,
                        subject,
                        DeadLetters.REASON,
                        "IllegalStateException at X",
                        "a",
                        "留言"),
                1));
        return UUID.fromString(text("select id::text from dead_letter where subject = ?", subject));
    }

    @Test
    void whatWasRolledBackIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            outbox.add(HOP);
            status.setRollbackOnly();
        });
        assertThat(outbox.relay(sent::add)).isZero();
    }

    @Test
    void relaysInOrderAndForgetsWhatWasSent() {
        outbox.add(HOP);
        outbox.add(Hop.of(Queues.DISPATCH, "id-2"));
        assertThat(outbox.relay(sent::add)).isEqualTo(2);
        assertThat(sent).containsExactly(HOP, Hop.of(Queues.DISPATCH, "id-2"));
        assertThat(outbox.relay(sent::add)).isZero();
    }

    @Test
    void whatWaitsIsRelayedWhenItsTimeHasComeUnlessItIsTakenBack() {
        var held = outbox.add(HOP, Duration.ofHours(1));
        outbox.add(Hop.of(Queues.DISPATCH, "id-2"), Duration.ZERO);
        assertThat(outbox.relay(sent::add)).isEqualTo(1);
        assertThat(sent).containsExactly(Hop.of(Queues.DISPATCH, "id-2"));
        assertThat(outbox.takeBack(held)).isTrue();
        assertThat(outbox.takeBack(held)).isFalse();
    }

    @Test
    void keepsWhatTheBrokerDidNotTake() {
        outbox.add(HOP);
        assertThatThrownBy(() -> outbox.relay(hop -> {
                    throw new IllegalStateException("the broker is down");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outbox.relay(sent::add)).isEqualTo(1);
    }

    @Test
    void anotherNodeDoesNotSendTheSameRows() {
        outbox.add(HOP);
        outbox.relay(hop -> assertThat(otherNode()).isZero());
    }

    private int otherNode() {
        var count = new int[1];
        var thread = new Thread(() -> count[0] = outbox.relay(sent::add));
        thread.start();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count[0];
    }

    @Test
    void aDeadLetterIsSentAgainAsItWasAndOnlyOnce() {
        var id = dead("R-1");
        assertThat(office.replay(id, "integrator")).isTrue();
        assertThat(office.replay(id, "integrator")).isFalse();
        outbox.relay(sent::add);
        assertThat(sent).containsExactly(HOP);
        assertThat(text("select settled_by from dead_letter")).isEqualTo("integrator");
    }

    @Test
    void aDeadLetterThatIsLaidAsideIsKept() {
        var id = dead("R-1");
        assertThat(office.discard(id, "integrator")).isTrue();
        assertThat(office.replay(id, "integrator")).isFalse();
        assertThat(text("select state from dead_letter")).isEqualTo("DISCARDED");
    }

    @Test
    void allOfAQueueGoAtOnceAndThoseOfOthersStay() {
        dead("R-1");
        dead("R-2");
        deadLetters.run(new Delivery(Payload.of("id", UTF_8), Map.of(DeadLetters.QUEUE, Queues.DISPATCH), 1));
        assertThat(office.replayAll(Queues.RECEIVED, "integrator")).isEqualTo(2);
        assertThat(number("select count(*) from dead_letter where state = 'WAITING'"))
                .isEqualTo(1);
    }

    @Test
    void aLetterThatTheBrokerGaveUpIsListedToo() {
        deadLetters.run(new Delivery(Payload.of("id", UTF_8), Map.of(), 1));
        assertThat(text("select reason from dead_letter")).contains("broker");
    }
}
