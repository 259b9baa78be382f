package org.intakehub.core.learning;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Few numbers out of many: ascending places and the value at each. */
final class SparseVector {
    private final int[] places;
    private final float[] values;
    private final int size;

    SparseVector(int[] places, float[] values, int size) {
        this.places = places;
        this.values = values;
        this.size = size;
    }

    int size() {
        return size;
    }

    int place(int at) {
        return places[at];
    }

    float value(int at) {
        return values[at];
    }

    /** The same direction with length 1; nothing stays nothing. */
    SparseVector unit() {
        double length = Math.sqrt(square());
        float[] scaled = Arrays.copyOf(values, size);
        for (int at = 0; at < size; at++) {
            scaled[at] = length == 0 ? 0 : (float) (scaled[at] / length);
        }
        return new SparseVector(places, scaled, size);
    }

    double square() {
        double sum = 0;
        for (int at = 0; at < size; at++) {
            sum += (double) values[at] * values[at];
        }
        return sum;
    }

    double dot(float[] weights) {
        double sum = 0;
        for (int at = 0; at < size; at++) {
            sum += (double) values[at] * weights[places[at]];
        }
        return sum;
    }

    void addTo(float[] weights, double factor) {
        for (int at = 0; at < size; at++) {
            weights[places[at]] += (float) (factor * values[at]);
        }
    }

    SparseVector map(DoubleUnaryOperator change) {
        float[] changed = new float[size];
        for (int at = 0; at < size; at++) {
            changed[at] = (float) change.applyAsDouble(values[at]);
        }
        return new SparseVector(places, changed, size);
    }

    /** Each value times the factor of its place. */
    SparseVector times(float[] factors) {
        float[] scaled = new float[size];
        for (int at = 0; at < size; at++) {
            scaled[at] = values[at] * factors[places[at]];
        }
        return new SparseVector(places, scaled, size);
    }
}
