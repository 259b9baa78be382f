package org.intakehub.deploy.measure;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** The directions in which many sparse rows differ most (latent semantic analysis), found by subspace iteration from a fixed beginning. */
final class TopicSpace {
    private static final int ROUNDS = 12;
    private static final long SEED = 20_261_123;
    private static final int LARGEST_BYTE = 127;

    private final double[][] directions;

    private TopicSpace(double[][] directions) {
        this.directions = directions;
    }

    /** A sparse row of length one. */
    record Row(List<Integer> columns, List<Double> values) {
        static Row of(Map<Integer, Double> values) {
            double length = Math.sqrt(
                    values.values().stream().mapToDouble(value -> value * value).sum());
            return new Row(
                    List.copyOf(values.keySet()),
                    values.values().stream()
                            .map(value -> length == 0 ? 0 : value / length)
                            .toList());
        }
    }

    static TopicSpace of(List<Row> rows, int columns, int topics) {
        var random = new Random(SEED);
        var directions = new double[columns][topics];
        for (double[] direction : directions) {
            for (int topic = 0; topic < topics; topic++) {
                direction[topic] = random.nextGaussian();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            orthonormalise(directions);
            directions = multiplied(rows, directions);
        }
        orthonormalise(directions);
        return new TopicSpace(directions);
    }

    private static double[][] multiplied(List<Row> rows, double[][] directions) {
        var result = new double[directions.length][directions[0].length];
        for (Row row : rows) {
            double[] at = projected(row, directions);
            for (int entry = 0; entry < row.columns().size(); entry++) {
                add(result[row.columns().get(entry)], at, row.values().get(entry));
            }
        }
        return result;
    }

    private static double[] projected(Row row, double[][] directions) {
        var at = new double[directions[0].length];
        for (int entry = 0; entry < row.columns().size(); entry++) {
            add(at, directions[row.columns().get(entry)], row.values().get(entry));
        }
        return at;
    }

    private static void add(double[] sum, double[] part, double weight) {
        for (int topic = 0; topic < sum.length; topic++) {
            sum[topic] += weight * part[topic];
        }
    }

    /** Gram-Schmidt over the columns, the strongest first, since each round sorts them so. */
    private static void orthonormalise(double[][] directions) {
        int topics = directions[0].length;
        for (int topic = 0; topic < topics; topic++) {
            for (int before = 0; before < topic; before++) {
                double shared = product(directions, topic, before);
                for (double[] row : directions) {
                    row[topic] -= shared * row[before];
                }
            }
            double length = Math.sqrt(product(directions, topic, topic));
            for (double[] row : directions) {
                row[topic] /= length;
            }
        }
    }

    private static double product(double[][] directions, int one, int other) {
        double sum = 0;
        for (double[] row : directions) {
            sum += row[one] * row[other];
        }
        return sum;
    }

    /** Row by row, scaled so that the largest is ±127. */
    byte[] bytes() {
        double largest = 0;
        for (double[] row : directions) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        int topics = directions[0].length;
        var bytes = new byte[directions.length * topics];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Math.round(directions[at / topics][at % topics] / largest * LARGEST_BYTE);
        }
        return bytes;
    }

    /** The mean of the rows' directions, each of length one. */
    double[] mean(List<Row> rows) {
        var mean = new double[directions[0].length];
        for (Row row : rows) {
            double[] at = projected(row, directions);
            double squares = 0;
            for (double value : at) {
                squares += value * value;
            }
            add(mean, at, squares == 0 ? 0 : 1 / Math.sqrt(squares) / rows.size());
        }
        return mean;
    }
}
