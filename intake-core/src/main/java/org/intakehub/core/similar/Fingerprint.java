package org.intakehub.core.similar;

import java.util.List;
import java.util.Set;

/** What of a message is compared with others; made by {@link Fingerprints}. Its {@code toString} shows none of the citizen's words. */
public final class Fingerprint {
    private static final double HALF = 0.5;

    private final Told told;
    private final Named named;
    private final SparseVector nameGrams;
    private final SparseVector otherGrams;
    private final float[] topics;
    private final List<Integer> keys;

    Fingerprint(
            Told told,
            Named named,
            SparseVector nameGrams,
            SparseVector otherGrams,
            float[] topics,
            List<Integer> keys) {
        this.told = told;
        this.named = named;
        this.nameGrams = nameGrams;
        this.otherGrams = otherGrams;
        this.topics = topics;
        this.keys = List.copyOf(keys);
    }

    /**
     * What a text says outright.
     *
     * @param length characters that count
     * @param names estates, roads, companies and the like, as far as they can be told, without repetition
     * @param numbers of phases, buildings, districts and the like, with what they count: 2期
     * @param same equal for the very same text, signs and blanks apart
     */
    record Told(int length, List<String> names, Set<String> numbers, long same) {
        Told {
            names = List.copyOf(names);
            numbers = Set.copyOf(numbers);
        }
    }

    /**
     * Grams of the names.
     *
     * @param first those of the name that the text is about first of all
     */
    record Named(GramCounts all, GramCounts first) {}

    Told told() {
        return told;
    }

    /** By these earlier messages of the same matter are looked up: its rarest grams, those of names first. */
    public List<Integer> keys() {
        return keys;
    }

    /** How much the names have in common, 0 to 1. */
    double namesInCommon(Fingerprint other) {
        return nameGrams.cosine(other.nameGrams);
    }

    /** Whether each of the two also names what the other is about first of all. */
    boolean namesTheSameFirst(Fingerprint other) {
        return named.first().shareIn(other.named.all()) >= HALF
                && other.named.first().shareIn(named.all()) >= HALF;
    }

    /** How much the words beside the names have in common, 0 to 1. */
    double wordsInCommon(Fingerprint other) {
        return otherGrams.cosine(other.otherGrams);
    }

    /** How near the two are in what they are about, -1 to 1. */
    double topicsInCommon(Fingerprint other) {
        double sum = 0;
        for (int topic = 0; topic < topics.length; topic++) {
            sum += topics[topic] * other.topics[topic];
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Fingerprint[" + told.length() + " characters]";
    }
}
