package org.intakehub.adapter.weibo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeiboSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ftp://api.example.org", "/2", "https://a@api.example.org", "https://api.example.org?a=b"})
    void refusesAnAddressThatCannotBeTheApis(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.settings(URI.create(address), 96, 200))
                .withMessageStartingWith("api-base ");
    }

    @Test
    void refusesNumbersThatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.settings(0, 200))
                .withMessageStartingWith("calls-per-day ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.settings(96, 201))
                .withMessageStartingWith("page-size ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeiboPaths("no slash", "", "", "", "", ""))
                .withMessageStartingWith("paths.status-mentions ");
    }

    @Test
    void givesEachCallItsPartOfTheDay() {
        assertThat(Platform.settings(96, 200).timeOfACall()).isEqualTo(Duration.ofMinutes(15));
    }
}
