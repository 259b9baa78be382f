package org.intakehub.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void sharesAreRoundedAsThePublishedReportRoundsThem() {
        assertThat(new Share(163_958, 166_067).text()).isEqualTo("98.73 %");
        assertThat(new Share(111_144, 166_067).text()).isEqualTo("66.93 %");
        assertThat(new Share(32_715, 166_067).text()).isEqualTo("19.70 %");
        assertThat(new Share(1, 8).text()).isEqualTo("12.50 %");
    }

    @Test
    void ofNothingThereIsNoShareAndNoComposite() {
        var nothing = Tally.sum(List.of());

        assertThat(nothing.share(Figure.CLOSED, Figure.ACCEPTED).text()).isEqualTo("–");
        assertThat(nothing.composite()).isEmpty();
    }

    @Test
    void theCompositeWeighsTimeClosingAndRework() {
        var unit = new Tally(
                "chengguan",
                Map.of(
                        Figure.COUNTED, 10L,
                        Figure.COUNTED_CLOSED, 8L,
                        Figure.DUE, 10L,
                        Figure.ON_TIME, 7L,
                        Figure.REWORKED, 2L));

        // 0.7 × 60 + 0.8 × 30 + (1 − 0.25) × 10
        assertThat(unit.composite()).hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("73.50"));
    }
}
