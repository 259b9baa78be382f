package org.intakehub.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void percentilesAreOfAllSendersTogether() {
        var slow = LongStream.rangeClosed(1, 50).map(each -> 2_000_000).toArray();
        var fast = LongStream.rangeClosed(1, 150).map(each -> 1_000_000).toArray();

        var figures = Figures.of(List.of(slow, fast), 4);

        assertThat(figures).isEqualTo(new Figures(50, 1, 2));
    }

    @Test
    void theMiddleRoundIsTheOneBetweenTheFasterAndTheSlower() {
        var middle = new Figures(20, 1, 2);

        assertThat(Figures.middle(List.of(new Figures(30, 1, 2), new Figures(10, 1, 2), middle)))
                .isEqualTo(middle);
    }

    @Test
    void aRunWithoutAnyCallHasNoFigures() {
        assertThat(Figures.of(List.of(new long[0]), 1)).isEqualTo(new Figures(0, 0, 0));
    }
}
