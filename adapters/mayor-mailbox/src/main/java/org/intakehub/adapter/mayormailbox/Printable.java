package org.intakehub.adapter.mayormailbox;

/** Text as a page and a database can take it: no control characters but line breaks and tabulators, no half characters. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\t')
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
