package org.intakehub.core.classification;

import java.util.Arrays;

/** A text as the rules compare it: one case, half-width signs, no blanks or line ends; an empty line ends a sentence. */
final class FoldedText {
    private static final String SENTENCE_ENDS = "。!?;\n";
    private final char[] chars;

    private FoldedText(char[] chars) {
        this.chars = chars;
    }

    static FoldedText of(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        int lineEnds = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                lineEnds++;
            } else if (!isBlank(c)) {
                // Mails wrap lines inside words, so that only an empty line separates.
                if (lineEnds > 1 && length > 0) {
                    folded[length++] = '\n';
                }
                lineEnds = 0;
                folded[length++] = fold(c);
            }
        }
        return new FoldedText(Arrays.copyOf(folded, length));
    }

    static String fold(String word) {
        return of(word).words();
    }

    /** The citizen's words: not to be shown anywhere. */
    String words() {
        return new String(chars);
    }

    int length() {
        return chars.length;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** Whether a word stands at a position, which may lie outside the text. */
    boolean isAt(int from, String word) {
        return from >= 0
                && from + word.length() <= chars.length
                && Arrays.equals(chars, from, from + word.length(), word.toCharArray(), 0, word.length());
    }

    /** Whether a sentence ends between two positions. */
    boolean isBrokenBetween(int from, int to) {
        for (int at = from; at < to; at++) {
            if (SENTENCE_ENDS.indexOf(chars[at]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || (c >= '\u2000' && c <= '\u200f') || c == '\ufeff';
    }

    private static char fold(char c) {
        char half = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
        return half >= 'A' && half <= 'Z' ? (char) (half + 32) : half;
    }
}
