package org.intakehub.core.similar;

import java.util.Arrays;

/** Weights of grams, of length one, or empty. */
final class SparseVector {
    private final int[] grams;
    private final float[] weights;

    private SparseVector(int[] grams, float[] weights) {
        this.grams = grams;
        this.weights = weights;
    }

    static SparseVector of(GramCounts counts, GramCounts without, GramWeights known) {
        var grams = new int[counts.size()];
        var weights = new float[counts.size()];
        int size = 0;
        double squares = 0;
        for (int at = 0; at < counts.size(); at++) {
            if (!without.has(counts.gram(at))) {
                double weight = counts.weight(at, known);
                grams[size] = counts.gram(at);
                weights[size++] = (float) weight;
                squares += weight * weight;
            }
        }
        float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
        for (int at = 0; at < size; at++) {
            weights[at] /= length;
        }
        return new SparseVector(Arrays.copyOf(grams, size), Arrays.copyOf(weights, size));
    }

    /** Zero to one: how much the two have in common. */
    double cosine(SparseVector other) {
        double sum = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < grams.length && theirs < other.grams.length) {
            int order = Integer.compare(grams[mine], other.grams[theirs]);
            if (order == 0) {
                sum += weights[mine++] * other.weights[theirs++];
            } else if (order < 0) {
                mine++;
            } else {
                theirs++;
            }
        }
        return Math.min(1, sum);
    }
}
