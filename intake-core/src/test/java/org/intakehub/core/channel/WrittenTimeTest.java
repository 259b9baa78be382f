package org.intakehub.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-05 10:20:00",
                " 2025-06-05T10:20:00 ",
                "2025-06-05 10:20",
                "2025-06-05 10:20:00.000",
                "2025/6/5 10:20:00",
                "2025.06.05 10:20:00",
                "2025年6月5日10时20分",
                "2025年06月05日 10:20:00",
                "20250605102000",
                "20250605102000000",
                "202506051020",
                "2025-06-05T02:20:00Z",
                "2025-06-05T10:20:00+08:00",
                "2025-06-05 10:20:00+08:00",
                "1749090000",
                "1749090000000"
            })
    void readsOneMomentInManyFormats(String written) {
        assertThat(WrittenTime.read(written, SHANGHAI)).contains(Instant.parse("2025-06-05T02:20:00Z"));
    }

    @Test
    void readsADayAsItsBeginning() {
        assertThat(WrittenTime.read("2025-06-05", SHANGHAI)).contains(Instant.parse("2025-06-04T16:00:00Z"));
        assertThat(WrittenTime.read("20250605", SHANGHAI)).contains(Instant.parse("2025-06-04T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2025-13-05 10:20:00",
                "2025-06-05 25:00",
                "20251399",
                "-1",
                "0",
                "99999999999999999999"
            })
    void doesNotGuessWhatIsNoTime(String written) {
        assertThat(WrittenTime.read(written, SHANGHAI)).isEmpty();
    }
}
