package org.intakehub.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
    @Test
    void isMadeOfDivisionDayAndRunningNumber() {
        assertThat(CaseNumber.of("340181", LocalDate.of(2026, 6, 30), 17)).hasToString("340181-20260630-000017");
    }

    @Test
    void aBusyDayMayPassAMillion() {
        assertThat(CaseNumber.of("340181", LocalDate.of(2026, 6, 30), 1_000_000))
                .hasToString("340181-20260630-1000000");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> new CaseNumber("17")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void queryCodesHaveTenDigits() {
        assertThat(QueryCode.draw(new SplittableRandom(1))).matches("\\d{10}");
    }

    @Test
    void idsSortByTheirTime() {
        var random = new SplittableRandom(1);
        var earlier = new TimeOrderedIds(Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC), random).get();
        var later = new TimeOrderedIds(Clock.fixed(Instant.ofEpochMilli(1_001), ZoneOffset.UTC), random).get();

        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
    }
}
