package org.intakehub.core.learning;

/** Learns how far to rely on each score for each label, from scores of examples that the scorers had not seen: softmax regression. */
final class Weighing {
    private static final int ROUNDS = 400;
    private static final double RESTRAINT = 1;

    private final double[][] weights;
    private final double[] offsets;

    private Weighing(int labels, int scores) {
        weights = new double[labels][scores];
        offsets = new double[labels];
    }

    double weight(int label, int score) {
        return weights[label][score];
    }

    double offset(int label) {
        return offsets[label];
    }

    /** Accelerated gradient descent (Nesterov); the problem is convex, so that every run ends at the same weights. */
    static Weighing fit(double[][] scores, int[] labels, int labelCount) {
        int width = scores[0].length;
        Weighing ahead = new Weighing(labelCount, width);
        Weighing last = new Weighing(labelCount, width);
        double restraint = RESTRAINT / scores.length;
        double pace = 1 / (0.5 * meanSquare(scores) + restraint);
        for (int round = 0; round < ROUNDS; round++) {
            Weighing slope = ahead.slope(scores, labels, restraint);
            double momentum = round / (round + 3.0);
            for (int label = 0; label < labelCount; label++) {
                for (int score = 0; score < width; score++) {
                    double next = ahead.weights[label][score] - pace * slope.weights[label][score];
                    ahead.weights[label][score] = next + momentum * (next - last.weights[label][score]);
                    last.weights[label][score] = next;
                }
                double next = ahead.offsets[label] - pace * slope.offsets[label];
                ahead.offsets[label] = next + momentum * (next - last.offsets[label]);
                last.offsets[label] = next;
            }
        }
        return last;
    }

    double[] probabilities(double[] scores) {
        double[] logits = offsets.clone();
        for (int label = 0; label < logits.length; label++) {
            for (int score = 0; score < scores.length; score++) {
                logits[label] += weights[label][score] * scores[score];
            }
        }
        return softmax(logits);
    }

    static double[] softmax(double[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        double[] shares = new double[logits.length];
        for (int at = 0; at < logits.length; at++) {
            shares[at] = Math.exp(logits[at] - highest);
            sum += shares[at];
        }
        for (int at = 0; at < shares.length; at++) {
            shares[at] /= sum;
        }
        return shares;
    }

    private Weighing slope(double[][] scores, int[] labels, double restraint) {
        Weighing slope = new Weighing(offsets.length, scores[0].length);
        for (int at = 0; at < scores.length; at++) {
            double[] shares = probabilities(scores[at]);
            shares[labels[at]] -= 1;
            for (int label = 0; label < shares.length; label++) {
                double error = shares[label] / scores.length;
                slope.offsets[label] += error;
                for (int score = 0; score < scores[at].length; score++) {
                    slope.weights[label][score] += error * scores[at][score];
                }
            }
        }
        for (int label = 0; label < offsets.length; label++) {
            for (int score = 0; score < scores[0].length; score++) {
                slope.weights[label][score] += restraint * weights[label][score];
            }
        }
        return slope;
    }

    private static double meanSquare(double[][] rows) {
        double sum = 1;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value * value / rows.length;
            }
        }
        return sum;
    }
}
