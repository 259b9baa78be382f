package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Faults;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Precedence;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class StraightOnIT extends StoppedRoad {
    private static final RawMessage SURE = push(
            "straight-1",
            "{\"title\":\"路灯不亮\",\"description\":\"凤凰山街道东风路的路灯坏了，晚上不亮，请维修路灯\",\"place\":{\"address\":\"凤凰山街道东风路\"}}");

    @Autowired
    StraightOn straightOn;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Faults faults;

    @Test
    void aSureMatterGoesStraightToItsWorkOrders() {
        var hops = straightOn.run(delivered("ID:1"));

        assertThat(hops).isNotEmpty().allSatisfy(hop -> assertThat(hop.queue()).startsWith("workorders."));
        assertThat(text("select state from case_file")).isEqualTo("DISPATCHED");
        assertThat(history()).startsWith("ACCEPTED,CLASSIFIED,DISPATCHED");
    }

    @Test
    void afterACrashTheSameDeliveryHandsTheSameWorkOrdersOverAgain() {
        var first = straightOn.run(delivered("ID:1"));

        var again = straightOn.run(delivered("ID:1"));

        assertThat(again)
                .extracting(StraightOnIT::text)
                .isEqualTo(first.stream().map(StraightOnIT::text).toList());
        assertThat(cases()).isOne();
    }

    @Test
    void whoSendsTheSameAgainHandsNothingOverAgain() {
        straightOn.run(delivered("ID:1"));

        assertThat(straightOn.run(delivered("ID:2"))).isEmpty();
        assertThat(cases()).isOne();
    }

    @Test
    void whatCannotGoStraightOnIsFiledAndWaitsOnItsQueue() {
        var hops = onlyTo(delivery -> {
                    jdbc.sql("update case_file set title = 'half done'").update();
                    throw new IllegalStateException("planted");
                })
                .run(delivered("ID:1"));

        assertThat(hops).extracting(Hop::queue).containsExactly(Queues.CLASSIFY);
        assertThat(text("select state || title from case_file")).isEqualTo("ACCEPTED路灯不亮");
    }

    @Test
    void aFaultThatWillPassIsNotTriedTwiceInOneBreath() {
        var road = onlyTo(delivery -> {
            throw new RemoteUnavailable("planted");
        });

        assertThatThrownBy(() -> road.run(delivered("ID:1"))).isInstanceOf(RemoteUnavailable.class);
        assertThat(cases()).isZero();
    }

    private StraightOn onlyTo(Stage classify) {
        var onward = Map.of(Queues.CLASSIFY, new StraightOn.Named("classify", classify));
        return new StraightOn(file, onward, transaction, faults, new Precedence(), new SimpleMeterRegistry());
    }

    private Delivery delivered(String messageId) {
        var delivery = delivery(SURE);
        return new Delivery(delivery.body(), delivery.headers(), 1, Optional.of(messageId));
    }

    private String history() {
        return String.join(
                ",",
                List.copyOf(jdbc.sql("select kind from history order by id")
                        .query(String.class)
                        .list()));
    }

    private static String text(Hop hop) {
        return hop.queue() + hop.body().text(UTF_8);
    }
}
