package org.intakehub.exchange.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Orders in HTML that calls itself a Word document: a form of labels and values, or a table with a head. */
final class WordPage {
    private static final int DEEPEST = 200;

    private final OrderNames names;
    private final Map<String, String> form = new LinkedHashMap<>();
    private final TreeSet<String> unknown = new TreeSet<>();
    private final List<Map<String, String>> listed = new ArrayList<>();
    private String waiting = "";

    private WordPage(OrderNames names) {
        this.names = names;
    }

    static OrderFiles.Found read(Payload body, OrderNames names) {
        var text = FileText.of(body);
        if (text.text().indexOf('\u0000') >= 0 || !text.text().contains("<")) {
            throw new MalformedMessage("the file is no HTML; a binary Word document is saved as HTML or XLSX first");
        }
        var page = new WordPage(names);
        page.read(document(text.text()));
        var notes = new ArrayList<String>();
        if (text.guessed()) {
            notes.add("charset guessed: GB18030");
        }
        page.unknown.forEach(name -> notes.add("column not known, kept: " + name));
        return new OrderFiles.Found(page.orders(), notes);
    }

    private static Document document(String html) {
        var document = Jsoup.parse(html);
        document.select("script, style").remove();
        document.select("br").forEach(end -> end.after("\n"));
        document.select("p").forEach(paragraph -> paragraph.after("\n"));
        return document;
    }

    private void read(Document document) {
        for (var table : document.select("table")) {
            if (table.select("table").size() == 1 && table.parents().size() < DEEPEST) {
                table(table);
            }
        }
    }

    private List<Map<String, String>> orders() {
        var orders = new ArrayList<>(listed);
        // one label alone may be chance
        if (form.keySet().stream().filter(names::knows).count() > 1) {
            orders.add(0, form);
        }
        return orders;
    }

    private void table(Element table) {
        var rows = new OrderRows(names);
        for (var row : table.select("tr")) {
            var cells = row.select("> td, > th").stream().map(WordPage::text).toList();
            if (rows.hasHead() || isHead(cells)) {
                rows.add(cells);
            } else {
                pairs(cells);
            }
        }
        listed.addAll(rows.orders());
        unknown.addAll(rows.unknown());
    }

    /** In a form, labels and values take turns; in a head there is nothing but labels. */
    private boolean isHead(List<String> cells) {
        var known = cells.stream().map(OrderNames::plain).filter(names::knows).count();
        return known > 1 && known * 2 > cells.size() + 1;
    }

    private void pairs(List<String> cells) {
        if (cells.size() == 1) {
            alone(cells.get(0));
            return;
        }
        for (var i = 0; i + 1 < cells.size(); i += 2) {
            put(OrderNames.plain(cells.get(i)), cells.get(i + 1));
        }
    }

    /** A label that has a row to itself waits for the value below it. */
    private void alone(String cell) {
        if (names.knows(OrderNames.plain(cell))) {
            waiting = OrderNames.plain(cell);
        } else if (!waiting.isEmpty()) {
            put(waiting, cell);
            waiting = "";
        }
    }

    private void put(String label, String value) {
        if (!label.isEmpty()
                && label.length() <= 20
                && !value.isBlank()
                && form.putIfAbsent(label, value) == null
                && !names.knows(label)) {
            unknown.add(label);
        }
    }

    private static String text(Element cell) {
        return cell.wholeText()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t\\r]*\\n\\s*", "\n")
                .strip();
    }
}
