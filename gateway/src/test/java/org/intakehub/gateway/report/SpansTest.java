package org.intakehub.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    /** In the city it is the first of November already. */
    private static final Instant NOW = Instant.parse("2026-10-31T16:30:00Z");

    private final Spans spans = new Spans(CITY, Clock.fixed(NOW, ZoneOffset.UTC));

    private Span of(@Nullable String month, @Nullable String from, @Nullable String to, @Nullable String asOf) {
        return spans.of(new AskedSpan(month, from, to, asOf));
    }

    @Test
    void aMonthIsTheCitysAndIsTakenAsOfItsEnd() {
        var october = of("2026-10", null, null, null);

        assertThat(october.start()).isEqualTo("2026-09-30T16:00:00Z");
        assertThat(october.end()).isEqualTo("2026-10-31T16:00:00Z");
        assertThat(october.asOf()).isEqualTo(october.end());
        assertThat(october.month()).isEqualTo("2026-10");
    }

    @Test
    void withoutAWordItIsTheCurrentMonthAsOfNow() {
        var current = of(null, null, null, null);

        assertThat(current.from()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(current.asOf()).isEqualTo(NOW);
    }

    @Test
    void whatIsToComeIsNeverLookedAt() {
        assertThat(of("2026-10", null, null, "2030-01-01T00:00:00Z").asOf()).isEqualTo(NOW);
        assertThat(of("2026-10", null, null, "now").asOf()).isEqualTo(NOW);
        assertThat(of("2026-10", null, null, "2026-10-20T00:00:00Z").asOf()).isEqualTo("2026-10-20T00:00:00Z");
    }

    @Test
    void beforeWholeMonthsComeWholeMonths() {
        assertThat(of("2026-03", null, null, null).before().from()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(spans.year(2025).before().from()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(of(null, "2026-03-02", "2026-03-09", null).before().from()).isEqualTo(LocalDate.of(2026, 2, 23));
    }

    @Test
    void wrongSpansAreRefused() {
        for (var wrong : new String[][] {
            {"2026-13", null, null, null},
            {null, "2026-01-01", null, null},
            {null, "2026-01-02", "2026-01-02", null},
            {null, "1900-01-01", "2026-01-01", null},
            {null, null, null, "soon"}
        }) {
            assertThatThrownBy(() -> of(wrong[0], wrong[1], wrong[2], wrong[3])).isInstanceOf(BadParameter.class);
        }
    }
}
