package org.intakehub.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void makesEachFurtherTryWaitLonger() {
        fail(5);
        assertThat(throttle.wait("li", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        fail(1);
        assertThat(throttle.wait("li", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail(20);
        assertThat(throttle.wait("li", "10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        now = now.plus(Duration.ofMinutes(15));
        assertThat(throttle.wait("li", "10.0.0.1")).isZero();
    }

    @Test
    void letsTheSamePersonInFromElsewhere() {
        fail(10);
        assertThat(throttle.wait("li", "10.0.0.2")).isZero();
    }

    @Test
    void slowsAnAddressThatTriesManyNames() {
        for (var i = 0; i < 40; i++) {
            throttle.failed("name" + i, "10.0.0.1");
        }
        assertThat(throttle.wait("somebody", "10.0.0.1")).isPositive();
    }

    @Test
    void forgivesAfterARightPassword() {
        fail(6);
        throttle.succeeded("li", "10.0.0.1");
        assertThat(throttle.wait("li", "10.0.0.1")).isZero();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            throttle.failed("li", "10.0.0.1");
        }
    }
}
