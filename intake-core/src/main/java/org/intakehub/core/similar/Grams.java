package org.intakehub.core.similar;

import java.util.function.IntConsumer;

/** Runs of two and three characters, each as a hash; a run never goes over a blank. */
public final class Grams {
    private static final int PAIR = 2;
    private static final int TRIPLE = 3;

    private Grams() {}

    /** Hashes of all pairs of a text, which is evened out first. */
    public static void pairs(String text, IntConsumer each) {
        runs(EvenText.of(text), PAIR, each);
    }

    /** Hashes of all pairs and triples of a text, which is evened out first. */
    public static void all(String text, IntConsumer each) {
        ofEven(EvenText.of(text), each);
    }

    static void ofEven(String even, IntConsumer each) {
        runs(even, PAIR, each);
        runs(even, TRIPLE, each);
    }

    static void runs(String even, int length, IntConsumer each) {
        for (int from = 0; from + length <= even.length(); from++) {
            int hash = length;
            boolean whole = true;
            for (int at = from; at < from + length; at++) {
                whole &= even.charAt(at) != ' ';
                hash = hash * 0x01000193 ^ even.charAt(at);
            }
            if (whole) {
                each.accept(mixed(hash));
            }
        }
    }

    /** The last step of MurmurHash3, so that the upper bits can be used as an index. */
    static int mixed(int hash) {
        int mixed = hash;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
