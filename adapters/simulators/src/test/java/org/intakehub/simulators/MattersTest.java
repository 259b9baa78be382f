package org.intakehub.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MattersTest {
    private final Matters matters = new Matters(7);

    @Test
    void theSameSeedAndNumberGiveTheSameMatter() {
        assertThat(new Matters(7).of(42)).isEqualTo(matters.of(42));
        assertThat(new Matters(8).of(42)).isNotEqualTo(matters.of(42));
    }

    @Test
    void aThousandInARowAreDistinctAndOfManyCategories() {
        var texts = LongStream.range(0, 1000).mapToObj(matters::of).map(Matter::text);
        var categories = LongStream.range(0, 1000).mapToObj(matters::of).map(Matter::category);

        assertThat(texts.distinct()).hasSize(1000);
        assertThat(categories.distinct()).hasSizeGreaterThan(50);
    }

    @Test
    void nothingIsLeftUnfilled() {
        assertThat(LongStream.range(0, 500).mapToObj(matters::of))
                .allSatisfy(matter -> assertThat(matter.title() + matter.text())
                        .doesNotContain("{")
                        .doesNotContain("}"));
    }
}
