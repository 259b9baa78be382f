package org.intakehub.adapter.mayormailbox;

/**
 * One line of a mail's text.
 *
 * @param quoted whether the sender's program marked it as a quotation or a signature
 */
record Line(String text, boolean quoted) {
    @Override
    public String toString() {
        return "Line[" + text.length() + " characters]";
    }
}
