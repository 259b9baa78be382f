package org.intakehub.adapter.mayormailbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns an HTML body into lines that read well: paragraphs, list items, table rows, and where links lead. */
final class HtmlText implements NodeVisitor {
    private static final Set<String> LINES = Set.of(
            "div",
            "tr",
            "li",
            "dt",
            "dd",
            "address",
            "article",
            "section",
            "header",
            "footer",
            "hr",
            "center",
            "form",
            "fieldset",
            "figure",
            "caption",
            "body",
            "main",
            "nav",
            "aside",
            "legend");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre");
    private static final Set<String> SILENT =
            Set.of("script", "style", "head", "noscript", "template", "object", "title", "meta");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean lineQuoted;
    private boolean started;
    private final Deque<Integer> quotes = new ArrayDeque<>();
    private final Deque<Integer> items = new ArrayDeque<>();
    private int silent;
    private int preformatted;
    private boolean history;

    private HtmlText() {}

    static List<Line> lines(String html) {
        var visitor = new HtmlText();
        Jsoup.parse(html).body().traverse(visitor);
        visitor.end();
        return visitor.lines;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (silent == 0) {
                append(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            open(element, depth);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, depth);
        }
    }

    private void open(Element element, int depth) {
        var name = element.normalName();
        silent += SILENT.contains(name) ? 1 : 0;
        preformatted += name.equals("pre") ? 1 : 0;
        if (name.equals("br")) {
            end();
            return;
        }
        if (PARAGRAPHS.contains(name)) {
            paragraph();
        } else if (LINES.contains(name)) {
            breakLine();
        }
        if (!history && HtmlQuotes.beginsHistory(element)) {
            breakLine();
            history = true;
        }
        if (HtmlQuotes.isQuote(element)) {
            breakLine();
            quotes.push(depth);
        }
        if (name.equals("ol")) {
            items.push(0);
        } else if (name.equals("li")) {
            append(marker(element));
        } else if ((name.equals("td") || name.equals("th")) && started) {
            line.append('\t');
        }
    }

    private String marker(Element item) {
        var list = item.parent();
        var numbered = list != null && list.normalName().equals("ol") && !items.isEmpty();
        if (numbered) {
            items.push(items.pop() + 1);
        }
        return numbered ? items.peek() + ". " : "- ";
    }

    private boolean isQuoted() {
        return history || !quotes.isEmpty();
    }

    private void close(Element element, int depth) {
        var name = element.normalName();
        silent -= SILENT.contains(name) ? 1 : 0;
        preformatted -= name.equals("pre") ? 1 : 0;
        if (name.equals("a")) {
            link(element);
        } else if (name.equals("ol")) {
            items.pop();
        }
        if (PARAGRAPHS.contains(name) || LINES.contains(name)) {
            breakLine();
        }
        if (!quotes.isEmpty() && quotes.peek() == depth) {
            breakLine();
            quotes.pop();
        }
        if (PARAGRAPHS.contains(name)) {
            paragraph();
        }
    }

    /** The address of a link, unless the reader sees it already. */
    private void link(Element element) {
        var address = element.attr("href").strip();
        var shown = address.replaceFirst("(?i)^(https?://|mailto:)", "").replaceFirst("/$", "");
        var known = address.regionMatches(true, 0, "http", 0, 4) || address.regionMatches(true, 0, "mailto:", 0, 7);
        var near = Math.max(0, line.length() - shown.length() - 200);
        if (silent == 0 && started && known && !shown.isEmpty() && line.indexOf(shown, near) < 0) {
            append(" <" + address.replaceFirst("(?i)^mailto:", "") + ">");
        }
    }

    private void append(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                end();
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                if (preformatted > 0 || (started && line.charAt(line.length() - 1) != ' ')) {
                    put(' ');
                }
            } else if (c != 0) {
                put(c == '\u00a0' ? ' ' : c);
            }
        }
    }

    private void put(char c) {
        if (!started) {
            started = true;
            lineQuoted = isQuoted();
        }
        line.append(c);
    }

    private void breakLine() {
        if (started) {
            end();
        }
    }

    private void paragraph() {
        breakLine();
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).text().isBlank()) {
            lines.add(new Line("", isQuoted()));
        }
    }

    private void end() {
        lines.add(new Line(line.toString().stripTrailing(), started ? lineQuoted : isQuoted()));
        line.setLength(0);
        started = false;
    }
}
