package org.intakehub.adapter.mayormailbox;

import java.util.Optional;

/**
 * Text read from bytes.
 *
 * @param note what had to be guessed or could not be read; never a part of the text
 */
record Decoded(String text, Optional<String> note) {
    static Decoded sure(String text) {
        return new Decoded(text, Optional.empty());
    }

    static Decoded noted(String text, String note) {
        return new Decoded(text, Optional.of(note));
    }

    @Override
    public String toString() {
        return "Decoded[" + text.length() + " characters]";
    }
}
