package org.intakehub.core.similar;

import java.text.Normalizer;
import java.util.Locale;

/** A text with its accidents evened out: one width, one case, single blanks for signs, and 二期 written as 2期. */
final class EvenText {
    private static final String NUMERALS = "一二三四五六七八九";
    private static final String COUNTED = "期栋组号幢区村队楼单";

    private EvenText() {}

    static String of(String text) {
        var wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var even = new StringBuilder(wide.length());
        for (int at = 0; at < wide.length(); at++) {
            char c = wide.charAt(at);
            if (isWord(c)) {
                even.append(numeral(c, at + 1 < wide.length() ? wide.charAt(at + 1) : ' '));
            } else if (!even.isEmpty() && even.charAt(even.length() - 1) != ' ') {
                even.append(' ');
            }
        }
        return even.toString().stripTrailing();
    }

    private static char numeral(char c, char next) {
        int value = NUMERALS.indexOf(c) + 1;
        return value > 0 && COUNTED.indexOf(next) >= 0 ? (char) ('0' + value) : c;
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= '\u4e00' && c <= '\u9fff');
    }
}
