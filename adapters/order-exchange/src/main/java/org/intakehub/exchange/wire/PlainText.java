package org.intakehub.exchange.wire;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Text as people read it: without tags and entities that a web form left in it, without control characters. */
public final class PlainText {
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(a|b|body|br|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|script|span|strong|style|table|tbody|td|th|tr|u|ul)"
                    + "(\\s[^<>]*)?/?>|<!--|&(#\\d{1,7}|#x[0-9a-f]{1,6}|nbsp|lt|gt|amp|quot);");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private PlainText() {}

    public static String of(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var plain = MARKUP.matcher(lines).find() ? withoutMarkup(lines) : lines;
        return UNPRINTABLE.matcher(plain).replaceAll("").strip();
    }

    /** On one line. */
    public static String line(String text) {
        return of(text).replaceAll("\\s*\\n\\s*", " ");
    }

    private static String withoutMarkup(String text) {
        var body = Jsoup.parseBodyFragment(text).body();
        body.select("script, style").remove();
        body.select("br").forEach(end -> end.after("\n"));
        body.select("p, div, li, tr, h1, h2, h3, h4, h5, h6").forEach(PlainText::endLine);
        return body.wholeText()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]*\\n\\s*\\n\\s*", "\n")
                .strip();
    }

    private static void endLine(Element block) {
        block.after("\n");
    }
}
