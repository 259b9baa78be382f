package org.intakehub.core.learning;

import java.util.List;
import java.util.Random;

/**
 * Finds the plane between two kinds of examples: support vector machine with squared hinge loss, by coordinate descent on the dual
 * problem (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008).
 */
final class LinearSvm {
    private static final int ROUNDS = 60;
    private static final double GOOD_ENOUGH = 0.01;

    private LinearSvm() {}

    /**
     * The weight of each place, and the offset after the last.
     *
     * @param positive whether each example is of the one kind
     * @param cost how dear an example on the wrong side is
     */
    static float[] train(List<SparseVector> examples, boolean[] positive, int width, double cost) {
        float[] weights = new float[width + 1];
        double[] alphas = new double[examples.size()];
        int[] order = new int[examples.size()];
        for (int at = 0; at < order.length; at++) {
            order[at] = at;
        }
        // The order is random but the same each time: a model can be made again, bit by bit.
        Random random = new Random(order.length);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            double furthest = 0;
            for (int example : order) {
                double step = step(examples.get(example), positive[example], alphas[example], weights, cost);
                furthest = Math.max(furthest, Math.abs(step));
                alphas[example] += step;
                double signed = positive[example] ? step : -step;
                if (signed != 0) {
                    examples.get(example).addTo(weights, signed);
                    weights[width] += (float) signed;
                }
            }
            if (furthest < GOOD_ENOUGH) {
                break;
            }
        }
        return weights;
    }

    static double score(SparseVector example, float[] weights) {
        return example.dot(weights) + weights[weights.length - 1];
    }

    private static double step(SparseVector example, boolean positive, double alpha, float[] weights, double cost) {
        double side = score(example, weights) * (positive ? 1 : -1);
        double gradient = side - 1 + alpha / (2 * cost);
        double curve = example.square() + 1 + 1 / (2 * cost);
        return Math.max(-alpha, -gradient / curve);
    }

    private static void shuffle(int[] order, Random random) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
    }
}
