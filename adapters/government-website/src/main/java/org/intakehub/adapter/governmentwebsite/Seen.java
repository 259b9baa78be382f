package org.intakehub.adapter.governmentwebsite;

/**
 * What is remembered of a letter.
 *
 * @param state what its page may still tell
 * @param looked last look at its page, in seconds since 1970
 * @param row fingerprint of its row in the list
 * @param said fingerprint of all that it said
 */
record Seen(State state, long looked, String row, String said) {
    /** What the page of a letter may still tell. */
    enum State {
        /** An answer is there, or the list says all. */
        DONE,
        /** No answer yet. */
        OPEN,
        /** Only its row is known. */
        CUT
    }
}
