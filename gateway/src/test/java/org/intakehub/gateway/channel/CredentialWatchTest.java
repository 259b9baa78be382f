package org.intakehub.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialWatchTest {
    @ParameterizedTest
    @CsvSource({
        "31, false",
        "30, true",
        "29, false",
        "14, true",
        "7, true",
        "3, true",
        "2, false",
        "1, true",
        "0, true",
        "-1, true",
        "-40, true"
    })
    void anEndIsToldSomeDaysBeforeAndEveryDayAfter(long days, boolean told) {
        assertThat(CredentialWatch.isWorthTelling(days)).isEqualTo(told);
    }
}
