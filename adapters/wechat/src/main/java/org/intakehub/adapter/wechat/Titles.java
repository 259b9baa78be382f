package org.intakehub.adapter.wechat;

/** Makes readable lines of what citizens typed. */
final class Titles {
    private static final int LONGEST = 40;

    private Titles() {}

    /** The text's first line, cut where a title ends. */
    static String of(String text, String otherwise) {
        var first = Fields.oneLine(text.strip().lines().findFirst().orElse(""));
        if (first.isEmpty()) {
            return otherwise;
        }
        return first.codePointCount(0, first.length()) <= LONGEST
                ? first
                : first.substring(0, first.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Line breaks as {@code \n}, no other control characters, no half characters. */
    static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", "")
                .strip();
    }
}
