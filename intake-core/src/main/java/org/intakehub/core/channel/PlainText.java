package org.intakehub.core.channel;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns what platforms send as text, often HTML, into text without markup and control characters. */
public final class PlainText {
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "div", "tr", "li", "dt", "dd", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section",
            "article");
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "iframe", "object");

    /** What makes a text HTML; a sign of its own is what a citizen typed. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(?:a|b|body|br|center|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|script|section|span|strong|style|sub|sup|table"
                    + "|tbody|td|th|tr|u|ul)(?:\\s[^<>]*)?/?>|<!--|&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});");

    private PlainText() {}

    /** The text of HTML, a line for each paragraph; text without tags and entities stays as it is. */
    public static String ofHtml(String html) {
        return MARKUP.matcher(html).find() ? of(Jsoup.parseBodyFragment(html).body()) : clean(html);
    }

    /** The text of a part of a page, a line for each paragraph. */
    public static String of(Element element) {
        var text = new StringBuilder();
        element.traverse(new NodeVisitor() {
            private int silent;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode part && silent == 0) {
                    text.append(part.getWholeText());
                } else if (node instanceof Element tag) {
                    silent += SILENT.contains(tag.normalName()) ? 1 : 0;
                    breakAt(tag, tag.normalName().equals("br"));
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element tag) {
                    silent -= SILENT.contains(tag.normalName()) ? 1 : 0;
                    breakAt(tag, false);
                }
            }

            private void breakAt(Element tag, boolean always) {
                var fresh = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                if (always || (PARAGRAPHS.contains(tag.normalName()) && !fresh)) {
                    text.append('\n');
                }
            }
        });
        return clean(text.toString());
    }

    /** The text in one line. */
    public static String line(String text) {
        return ofHtml(text).replaceAll("\\s+", " ").strip();
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}", "")
                .replaceAll("[ \\t]+(?=\n|$)", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
