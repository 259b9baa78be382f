package org.intakehub.adapter.mayormailbox;

import java.util.regex.Pattern;

/** The form of a line in which the marks of mail programs are looked for: bounded in length, without decoration. */
final class Marks {
    /** No mark is longer; patterns never see more than this of a line. */
    private static final int LONGEST = 400;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");

    private Marks() {}

    /** The line with its entities read, spaces folded and emphasis marks dropped; empty if it is too long to be a mark. */
    static String of(String line) {
        if (line.length() > LONGEST) {
            return "";
        }
        var text = line;
        if (text.indexOf('&') >= 0) {
            // Some programs put HTML's entities into plain text.
            text = text.replace("&nbsp;", " ")
                    .replace("&gt;", ">")
                    .replace("&lt;", "<")
                    .replace("&quot;", "\"");
        }
        return SPACES.matcher(text.replace("*", "")).replaceAll(" ").strip();
    }
}
