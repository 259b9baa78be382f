package org.intakehub.core.classification;

import java.util.Arrays;
import java.util.List;

/** Finds every occurrence of thousands of phrases in one pass over a text (Aho and Corasick, 1975): time linear in the text. */
final class PhraseAutomaton {
    private static final int ROOT = 0;

    private final PhraseTrie trie;
    private final int[] fail;
    /** The nearest state on the way of failures, itself included, at which a phrase ends; ROOT if none. */
    private final int[] ending;

    private final int[] lengths;

    /** The index of a phrase in the list is its id; the list holds no phrase twice and no empty one. */
    PhraseAutomaton(List<String> phrases) {
        trie = new PhraseTrie(phrases);
        lengths = phrases.stream().mapToInt(String::length).toArray();
        fail = new int[trie.states()];
        ending = new int[trie.states()];
        // States are numbered breadth first, so that a state's failure is known before its children ask for it.
        for (int state = 1; state < trie.states(); state++) {
            int parent = trie.parent(state);
            fail[state] = parent == ROOT ? ROOT : step(fail[parent], trie.label(state));
            ending[state] = trie.phrase(state) >= 0 ? state : ending[fail[state]];
        }
    }

    Reading read(FoldedText text) {
        int[] hits = new int[64];
        int size = 0;
        int state = ROOT;
        for (int at = 0; at < text.length(); at++) {
            state = step(state, text.charAt(at));
            for (int found = ending[state]; found != ROOT; found = ending[fail[found]]) {
                if (size == hits.length) {
                    hits = Arrays.copyOf(hits, size * 2);
                }
                hits[size++] = trie.phrase(found);
                hits[size++] = at + 1;
            }
        }
        return new Reading(text, lengths, hits, size);
    }

    private int step(int from, char c) {
        int state = from;
        int next = trie.child(state, c);
        while (next < 0 && state != ROOT) {
            state = fail[state];
            next = trie.child(state, c);
        }
        return Math.max(next, ROOT);
    }
}
