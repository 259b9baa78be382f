package org.intakehub.core.classification;

import java.util.Arrays;

/** Which phrases stand in a text, and where: for each phrase its occurrences in order. */
final class Reading {
    private final FoldedText text;
    private final int[] lengths;
    private final int[] firsts;
    private final int[] ends;
    private final int[] phrases;

    /**
     * @param lengths length of each phrase
     * @param hits pairs of phrase and end of occurrence, in order of the ends
     * @param size how much of {@code hits} is filled
     */
    Reading(FoldedText text, int[] lengths, int[] hits, int size) {
        this.text = text;
        this.lengths = lengths;
        firsts = new int[lengths.length + 1];
        for (int at = 0; at < size; at += 2) {
            firsts[hits[at] + 1]++;
        }
        int different = 0;
        int[] found = new int[Math.min(size / 2, lengths.length)];
        for (int phrase = 0; phrase < lengths.length; phrase++) {
            if (firsts[phrase + 1] > 0) {
                found[different++] = phrase;
            }
            firsts[phrase + 1] += firsts[phrase];
        }
        phrases = Arrays.copyOf(found, different);
        ends = new int[size / 2];
        int[] next = firsts.clone();
        for (int at = 0; at < size; at += 2) {
            ends[next[hits[at]]++] = hits[at + 1];
        }
    }

    FoldedText text() {
        return text;
    }

    /** Every phrase that occurs, once, in ascending order. */
    int[] phrases() {
        return phrases;
    }

    int count(int phrase) {
        return firsts[phrase + 1] - firsts[phrase];
    }

    boolean has(int phrase) {
        return count(phrase) > 0;
    }

    Span occurrence(int phrase, int index) {
        int end = ends[firsts[phrase] + index];
        return new Span(end - lengths[phrase], end);
    }

    boolean endsAt(int phrase, int end) {
        return Arrays.binarySearch(ends, firsts[phrase], firsts[phrase + 1], end) >= 0;
    }
}
