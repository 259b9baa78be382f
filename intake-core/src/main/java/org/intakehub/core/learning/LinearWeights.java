package org.intakehub.core.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What each place of a view speaks for, in one byte a label: finer steps change no decision. */
final class LinearWeights {
    private static final int STEPS = 127;

    private final int labels;
    private final float step;
    private final byte[] weights;

    private LinearWeights(int labels, float step, byte[] weights) {
        this.labels = labels;
        this.step = step;
        this.weights = weights;
    }

    /**
     * Rounds weights.
     *
     * @param exact one list for each label, of a weight for each place
     */
    static LinearWeights of(float[][] exact, int width) {
        float largest = Float.MIN_NORMAL;
        for (float[] label : exact) {
            for (int place = 0; place < width; place++) {
                largest = Math.max(largest, Math.abs(label[place]));
            }
        }
        float step = largest / STEPS;
        byte[] weights = new byte[Math.multiplyExact(exact.length, width)];
        for (int label = 0; label < exact.length; label++) {
            for (int place = 0; place < width; place++) {
                weights[place * exact.length + label] = (byte) Math.round(exact[label][place] / step);
            }
        }
        return new LinearWeights(exact.length, step, weights);
    }

    void addTo(double[] logits, SparseVector message) {
        for (int at = 0; at < message.size(); at++) {
            int from = message.place(at) * labels;
            double value = (double) message.value(at) * step;
            for (int label = 0; label < labels; label++) {
                logits[label] += value * weights[from + label];
            }
        }
    }

    /** How much a place speaks for a label more than for the average of all. */
    double preference(int place, int label) {
        double sum = 0;
        for (int other = 0; other < labels; other++) {
            sum += weights[place * labels + other];
        }
        return step * (weights[place * labels + label] - sum / labels);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(step);
        out.writeInt(weights.length);
        out.write(weights);
    }

    static LinearWeights read(DataInputStream in, int labels) throws IOException {
        float step = in.readFloat();
        byte[] weights = new byte[Sizes.read(in)];
        in.readFully(weights);
        return new LinearWeights(labels, step, weights);
    }
}
