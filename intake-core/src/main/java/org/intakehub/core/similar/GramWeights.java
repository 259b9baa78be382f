package org.intakehub.core.similar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Numbers learned from many messages: how rare each gram is, and on which topics it bears. Grams are known by parts of their hashes
 * alone, so that no text can be read out of it.
 *
 * <p>The file: for each of {@link #RARITIES} buckets a byte, rarity × 20; for each of {@link #ROWS} buckets of pairs {@link #TOPICS}
 * signed bytes; then the mean of all topics as {@link #TOPICS} floats.
 */
public final class GramWeights {
    /** Buckets of rarity; a gram falls into that of the upper 16 bits of its hash. */
    public static final int RARITIES = 1 << 16;
    /** Buckets of topics; a pair falls into that of the upper 14 bits of its hash. */
    public static final int ROWS = 1 << 14;

    public static final int TOPICS = 48;
    /** One of rarity is so much in the file. */
    public static final double STEPS = 20;

    private final byte[] rarities;
    private final byte[] topics;
    private final float[] mean;

    private GramWeights(byte[] rarities, byte[] topics, float[] mean) {
        this.rarities = rarities;
        this.topics = topics;
        this.mean = mean;
    }

    /** The ones that come with this product. */
    public static GramWeights shipped() {
        try (var file =
                Objects.requireNonNull(GramWeights.class.getResourceAsStream("gram-weights.bin"), "gram-weights.bin")) {
            return read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped weights cannot be read", e);
        }
    }

    /**
     * Reads a file of weights.
     *
     * @throws UncheckedIOException if it is too short
     */
    public static GramWeights read(byte[] file) {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            var rarities = new byte[RARITIES];
            in.readFully(rarities);
            var topics = new byte[ROWS * TOPICS];
            in.readFully(topics);
            var mean = new float[TOPICS];
            for (int topic = 0; topic < TOPICS; topic++) {
                mean[topic] = in.readFloat();
            }
            return new GramWeights(rarities, topics, mean);
        } catch (IOException e) {
            throw new UncheckedIOException("the weights are cut short", e);
        }
    }

    /** The natural logarithm of how many messages there are for each that has the gram. */
    double rarity(int gram) {
        return (rarities[bucket(gram)] & 0xff) / STEPS;
    }

    void addTopics(float[] sum, int pair, double weight) {
        int row = row(pair) * TOPICS;
        for (int topic = 0; topic < TOPICS; topic++) {
            sum[topic] += (float) (weight * topics[row + topic]);
        }
    }

    float mean(int topic) {
        return mean[topic];
    }

    /** In which bucket of rarity a gram falls. */
    public static int bucket(int gram) {
        return gram >>> 16;
    }

    /** In which bucket of topics a pair falls. */
    public static int row(int pair) {
        return pair >>> 18;
    }
}
