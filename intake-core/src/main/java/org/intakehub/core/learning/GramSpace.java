package org.intakehub.core.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The grams that several messages share, each with a place and with how telling it is for being rare. */
final class GramSpace {
    /** A gram that fewer messages hold teaches nothing and might be somebody's name. */
    private static final int MESSAGES_AT_LEAST = 2;

    private final int[] hashes;
    private final float[] rarity;

    private GramSpace(int[] hashes, float[] rarity) {
        this.hashes = hashes;
        this.rarity = rarity;
    }

    static GramSpace over(List<int[]> messages) {
        int[] all =
                new int[messages.stream().mapToInt(message -> message.length).sum()];
        int size = 0;
        for (int[] message : messages) {
            int[] sorted = message.clone();
            Arrays.sort(sorted);
            for (int at = 0; at < sorted.length; at++) {
                if (at == 0 || sorted[at] != sorted[at - 1]) {
                    all[size++] = sorted[at];
                }
            }
        }
        Arrays.sort(all, 0, size);
        return shared(all, size, messages.size());
    }

    private static GramSpace shared(int[] sorted, int size, int messages) {
        int[] hashes = new int[size];
        float[] rarity = new float[size];
        int kept = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from >= MESSAGES_AT_LEAST) {
                hashes[kept] = sorted[from];
                rarity[kept++] = rarity(to - from, messages);
            }
            from = to;
        }
        return new GramSpace(Arrays.copyOf(hashes, kept), Arrays.copyOf(rarity, kept));
    }

    private static float rarity(int holding, int messages) {
        return (float) (1 + Math.log((1.0 + messages) / (1.0 + holding)));
    }

    int size() {
        return hashes.length;
    }

    float[] rarity() {
        return rarity;
    }

    /** Negative if the gram has no place. */
    int place(int hash) {
        return Arrays.binarySearch(hashes, hash);
    }

    /** How often each gram of a message occurs. */
    SparseVector counts(int[] message) {
        int[] places = new int[message.length];
        int known = 0;
        for (int hash : message) {
            int place = place(hash);
            if (place >= 0) {
                places[known++] = place;
            }
        }
        Arrays.sort(places, 0, known);
        float[] values = new float[known];
        int size = 0;
        for (int at = 0; at < known; at++) {
            if (size == 0 || places[at] != places[size - 1]) {
                places[size++] = places[at];
            }
            values[size - 1]++;
        }
        return new SparseVector(places, values, size);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(hashes.length);
        int last = 0;
        for (int hash : hashes) {
            out.writeInt(hash - last);
            last = hash;
        }
        for (float value : rarity) {
            out.writeFloat(value);
        }
    }

    static GramSpace read(DataInputStream in) throws IOException {
        int[] hashes = new int[Sizes.read(in)];
        int last = 0;
        for (int at = 0; at < hashes.length; at++) {
            last += in.readInt();
            hashes[at] = last;
        }
        float[] rarity = new float[hashes.length];
        for (int at = 0; at < rarity.length; at++) {
            rarity[at] = in.readFloat();
        }
        return new GramSpace(hashes, rarity);
    }
}
