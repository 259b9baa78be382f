package org.intakehub.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {
    private final Confusion confusion = new Confusion();

    @Test
    void averagesTheLabelsWhateverTheirSize() {
        add("a", "a", 8);
        add("b", "a", 1);
        add("b", "b", 1);
        // a: precision 8/9, recall 1; b: precision 1, recall 1/2
        assertThat(confusion.macroF1()).isCloseTo((16.0 / 17 + 2.0 / 3) / 2, within(1e-9));
        assertThat(confusion.accuracy()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void looksOnlyAtTheSurestSevenTenths() {
        for (var at = 0; at < 10; at++) {
            confusion.add("a", at < 3 ? "b" : "a", at);
        }
        assertThat(confusion.surest()).isEqualTo(1);
    }

    private void add(String meant, String given, int times) {
        for (var time = 0; time < times; time++) {
            confusion.add(meant, given, 0.5);
        }
    }
}
