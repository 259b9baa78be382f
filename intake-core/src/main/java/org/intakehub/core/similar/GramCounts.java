package org.intakehub.core.similar;

import java.util.Arrays;
import java.util.List;

/** How often each gram stands in some texts. */
final class GramCounts {
    private int[] grams;
    private int[] counts = {};

    private GramCounts(int[] grams) {
        this.grams = grams;
    }

    /** Pairs and triples of texts that are even already; a text given twice counts twice. */
    static GramCounts of(String... even) {
        return new GramCounts(collected(true, even)).counted();
    }

    /** Pairs alone. */
    static GramCounts ofPairs(String even) {
        return new GramCounts(collected(false, even)).counted();
    }

    private static int[] collected(boolean triples, String... even) {
        int longest = 0;
        for (String text : even) {
            longest += 2 * text.length();
        }
        var all = new int[longest];
        int[] size = {0};
        for (String text : even) {
            Grams.runs(text, 2, gram -> all[size[0]++] = gram);
            if (triples) {
                Grams.runs(text, 3, gram -> all[size[0]++] = gram);
            }
        }
        var found = Arrays.copyOf(all, size[0]);
        Arrays.sort(found);
        return found;
    }

    private GramCounts counted() {
        counts = new int[grams.length];
        int last = -1;
        for (int gram : grams) {
            if (last < 0 || grams[last] != gram) {
                grams[++last] = gram;
            }
            counts[last]++;
        }
        grams = Arrays.copyOf(grams, last + 1);
        counts = Arrays.copyOf(counts, last + 1);
        return this;
    }

    int size() {
        return grams.length;
    }

    /** Grams rise with their position. */
    int gram(int position) {
        return grams[position];
    }

    boolean has(int gram) {
        return Arrays.binarySearch(grams, gram) >= 0;
    }

    /** Which part of these grams the others have, 0 to 1; 1 if there is none. */
    double shareIn(GramCounts others) {
        return grams.length == 0 ? 1 : Arrays.stream(grams).filter(others::has).count() / (double) grams.length;
    }

    /** What is said often counts more, and what few say. */
    double weight(int position, GramWeights known) {
        return (1 + Math.log(counts[position])) * known.rarity(grams[position]);
    }

    /** The grams that weigh most, the heaviest first; of equal weight the smaller hash first. */
    List<Integer> heaviest(int most, GramWeights known) {
        var positions = new int[most];
        var heights = new double[most];
        int size = 0;
        for (int at = 0; at < grams.length; at++) {
            double weight = weight(at, known);
            int place = size;
            while (place > 0 && heights[place - 1] < weight) {
                place--;
            }
            if (place < most) {
                size = Math.min(size + 1, most);
                System.arraycopy(heights, place, heights, place + 1, size - 1 - place);
                System.arraycopy(positions, place, positions, place + 1, size - 1 - place);
                heights[place] = weight;
                positions[place] = at;
            }
        }
        return Arrays.stream(positions, 0, size).mapToObj(at -> grams[at]).toList();
    }
}
