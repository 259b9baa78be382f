package org.intakehub.core.learning;

import java.util.Arrays;

/** Hashes of the short runs of characters in a text, in the order in which they stand; nothing can be read back out of them. */
final class Grams {
    /** Characters of a text that are read; a model gains nothing from the rest of a very long one. */
    private static final int READ = 4_000;

    private static final int BITS = 22;

    private Grams() {}

    /**
     * One hash for each run of 1 to {@code longest} characters.
     *
     * @param seed tells kinds of grams apart
     */
    static int[] of(String text, int longest, int seed) {
        int length = Math.min(text.length(), READ);
        int[] hashes = new int[length * longest];
        int size = 0;
        for (int from = 0; from < length; from++) {
            int hash = seed;
            for (int at = from; at < length && at < from + longest; at++) {
                hash = (hash ^ text.charAt(at)) * 0x9E3779B1;
                hash ^= hash >>> 15;
                hashes[size++] = (hash * 0x85EBCA6B) >>> (32 - BITS);
            }
        }
        return Arrays.copyOf(hashes, size);
    }
}
