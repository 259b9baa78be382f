package org.intakehub.core.learning;

import java.util.Arrays;

/** Divides messages so that near copies of one another mostly fall together: by the least hash of their longer runs of characters. */
public final class Folds {
    private static final int RUN = 6;
    private static final int MIX = 0x7FEB352D;

    private Folds() {}

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
