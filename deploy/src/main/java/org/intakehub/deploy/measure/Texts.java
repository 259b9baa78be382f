package org.intakehub.deploy.measure;

import java.util.regex.Pattern;

/** Compares texts as the fixtures ask for it. */
final class Texts {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Texts() {}

    /** Every character the same, line ends and outer blanks apart. */
    static boolean exact(String expected, String given) {
        return expected.replace("\r\n", "\n").strip().equals(given.strip());
    }

    /** The same but for white space. */
    static boolean sameText(String expected, String given) {
        return without(expected).equals(without(given));
    }

    static boolean contains(String text, String part) {
        return without(text).contains(without(part));
    }

    /** The same but for the length of runs of blanks. */
    static boolean sameLine(String expected, String given) {
        return SPACES.matcher(expected)
                .replaceAll(" ")
                .strip()
                .equals(SPACES.matcher(given).replaceAll(" ").strip());
    }

    /** Every word of the one in the other, in the same order; what stands between them does not count. */
    static boolean wordsInOrder(String expected, String given) {
        var words = BETWEEN_WORDS.split(given, -1);
        var at = 0;
        for (var word : BETWEEN_WORDS.split(expected, -1)) {
            while (at < words.length && !words[at].equals(word)) {
                at++;
            }
            if (at == words.length && !word.isEmpty()) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static String without(String text) {
        return SPACES.matcher(text).replaceAll("");
    }
}
