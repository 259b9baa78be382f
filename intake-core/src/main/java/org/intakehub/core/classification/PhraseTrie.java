package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases as a tree of characters, its states numbered breadth first, its steps in one flat hash table. */
final class PhraseTrie {
    private final List<Integer> parents = new ArrayList<>(List.of(0));
    private final List<Character> labels = new ArrayList<>(List.of('\0'));
    private final List<Integer> phraseOf = new ArrayList<>(List.of(-1));
    private final int[] fromRoot = new int[Character.MAX_VALUE + 1];
    private final long[] keys;
    private final int[] children;

    PhraseTrie(List<String> phrases) {
        Map<Long, Integer> steps = grow(phrases);
        int slots = Integer.highestOneBit(Math.max(8, steps.size())) * 4;
        keys = new long[slots];
        children = new int[slots];
        Arrays.fill(keys, -1);
        Arrays.fill(fromRoot, -1);
        steps.forEach(this::put);
    }

    int states() {
        return parents.size();
    }

    int parent(int state) {
        return parents.get(state);
    }

    char label(int state) {
        return labels.get(state);
    }

    /** The phrase that ends in this state, or -1. */
    int phrase(int state) {
        return phraseOf.get(state);
    }

    /** The next state, or -1. */
    int child(int state, char c) {
        if (state == 0) {
            return fromRoot[c];
        }
        long key = key(state, c);
        int slot = slot(key);
        while (keys[slot] != -1 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return keys[slot] == key ? children[slot] : -1;
    }

    private Map<Long, Integer> grow(List<String> phrases) {
        Map<Long, Integer> steps = new HashMap<>();
        int[] reached = new int[phrases.size()];
        int longest = phrases.stream().mapToInt(String::length).max().orElse(0);
        for (int depth = 0; depth < longest; depth++) {
            for (int id = 0; id < phrases.size(); id++) {
                String phrase = phrases.get(id);
                if (depth < phrase.length()) {
                    reached[id] = steps.computeIfAbsent(key(reached[id], phrase.charAt(depth)), step -> newState(step));
                    if (depth == phrase.length() - 1) {
                        phraseOf.set(reached[id], id);
                    }
                }
            }
        }
        return steps;
    }

    private int newState(long step) {
        parents.add((int) (step >>> Character.SIZE));
        labels.add((char) step);
        phraseOf.add(-1);
        return parents.size() - 1;
    }

    private void put(long key, int child) {
        if (key >>> Character.SIZE == 0) {
            fromRoot[(int) key] = child;
            return;
        }
        int slot = slot(key);
        while (keys[slot] != -1) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    }

    private static long key(int state, char c) {
        return ((long) state << Character.SIZE) | c;
    }
}
