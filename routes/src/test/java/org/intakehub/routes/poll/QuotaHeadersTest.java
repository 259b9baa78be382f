package org.intakehub.routes.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaHeadersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-RateLimit-Remaining | 41",
                "RateLimit-Remaining   | 41",
                "x-rate-limit-remaining | 41",
                "RateLimit | \"default\";r=41;t=30"
            })
    void theCallsLeftAreReadUnderAnyOfTheirNames(String name, String value) {
        assertThat(QuotaHeaders.left(Map.of(name, value))).hasValue(41);
    }

    @Test
    void whatIsNoNumberTellsNothing() {
        assertThat(QuotaHeaders.left(Map.of("X-RateLimit-Remaining", "many"))).isEmpty();
        assertThat(QuotaHeaders.left(Map.of())).isEmpty();
    }
}
