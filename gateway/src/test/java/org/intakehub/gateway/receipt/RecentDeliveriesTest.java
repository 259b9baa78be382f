package org.intakehub.gateway.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.intakehub.core.channel.Payload;
import org.junit.jupiter.api.Test;

class RecentDeliveriesTest {
    private static final Payload BODY = Payload.of("{}", UTF_8);

    private Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private final InstantSource time = () -> now;
    private final RecentDeliveries recent = new RecentDeliveries(time.withZone(ZoneOffset.UTC));

    @Test
    void aDeliveryThatIsOnItsWayIsKnownAsSuch() {
        assertThat(recent.begin("r-1", BODY)).isEmpty();
        assertThat(recent.begin("r-1", BODY)).get().matches(known -> !known.isStored());
    }

    @Test
    void aDurableOneIsKnownWithItsBody() {
        recent.begin("r-1", BODY);
        recent.stored("r-1");
        now = now.plus(Duration.ofHours(1));
        assertThat(recent.begin("r-1", Payload.of("other", UTF_8)))
                .get()
                .matches(RecentDeliveries.Delivery::isStored)
                .matches(known -> known.sha256().equals(BODY.sha256()));
    }

    @Test
    void oneThatFailedMayBeginAgain() {
        recent.begin("r-1", BODY);
        recent.forget("r-1");
        assertThat(recent.begin("r-1", BODY)).isEmpty();
    }

    @Test
    void oneThatNeverCameBackMayBeginAgainAfterAMinute() {
        recent.begin("r-1", BODY);
        now = now.plusSeconds(59);
        assertThat(recent.begin("r-1", BODY)).isPresent();
        now = now.plusSeconds(1);
        assertThat(recent.begin("r-1", BODY)).isEmpty();
    }

    @Test
    void remembersSoManyAndNoMore() {
        recent.begin("first", BODY);
        recent.stored("first");
        for (var number = 0; number < 100_000; number++) {
            recent.begin("r-" + number, BODY);
        }
        assertThat(recent.begin("first", BODY)).isEmpty();
        assertThat(recent.begin("r-99999", BODY)).isPresent();
    }
}
