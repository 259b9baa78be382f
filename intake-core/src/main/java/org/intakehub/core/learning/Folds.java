package org.intakehub.core.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Divides messages so that near copies of one another mostly fall together: by the least hash of their longer runs of characters. */
public final class Folds {
    private static final int RUN = 6;
    private static final int MIX = 0x7FEB352D;

    private Folds() {}

    /** The part for each message; in turn if so many share their words that one part would hold half of them or more. */
    static int[] of(List<Evidence> messages, int folds) {
        int[] parts = messages.stream().mapToInt(message -> of(message, folds)).toArray();
        int[] sizes = new int[folds];
        for (int part : parts) {
            sizes[part]++;
        }
        return 2 * Arrays.stream(sizes).max().orElse(0) < parts.length
                ? parts
                : IntStream.range(0, parts.length).map(at -> at % folds).toArray();
    }

    /** The part, from 0, into which a message falls. */
    public static int of(Evidence evidence, int folds) {
        String words = evidence.title() + evidence.text();
        int least = Integer.MAX_VALUE;
        for (int from = 0; from + RUN <= words.length(); from++) {
            int hash = words.substring(from, from + RUN).hashCode() * MIX;
            least = Math.min(least, ((hash ^ (hash >>> 15)) * MIX) >>> 1);
        }
        return Math.floorMod(least == Integer.MAX_VALUE ? Arrays.hashCode(words.toCharArray()) : least, folds);
    }
}
