package org.intakehub.adapter.mayormailbox;

/**
 * A mail's text in two parts that together hold all of it.
 *
 * @param text what the sender wrote this time
 * @param folded quoted history, signatures and footers
 */
record Split(String text, String folded) {
    @Override
    public String toString() {
        return "Split[" + text.length() + " and " + folded.length() + " characters]";
    }
}
