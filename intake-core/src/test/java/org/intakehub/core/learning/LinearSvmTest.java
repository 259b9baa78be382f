package org.intakehub.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearSvmTest {
    @Test
    void findsThePlaneBetweenTwoKinds() {
        Random random = new Random(7);
        List<SparseVector> points = new ArrayList<>();
        boolean[] above = new boolean[200];
        for (int at = 0; at < above.length; at++) {
            float x = random.nextFloat() * 2 - 1;
            above[at] = at % 2 == 0;
            points.add(point(x, x + (above[at] ? 0.3f : -0.3f)));
        }
        float[] plane = LinearSvm.train(points, above, 2, 10);
        for (int at = 0; at < above.length; at++) {
            assertThat(LinearSvm.score(points.get(at), plane) > 0).isEqualTo(above[at]);
        }
    }

    @Test
    void leavesAMarginOfOneOnBothSidesWhereMistakesAreDear() {
        float[] plane = LinearSvm.train(List.of(point(1, 0), point(-1, 0)), new boolean[] {true, false}, 2, 1000);
        assertThat(LinearSvm.score(point(1, 0), plane)).isCloseTo(1, within(0.01));
        assertThat(LinearSvm.score(point(-1, 0), plane)).isCloseTo(-1, within(0.01));
    }

    private static SparseVector point(float x, float y) {
        return new SparseVector(new int[] {0, 1}, new float[] {x, y}, 2);
    }
}
