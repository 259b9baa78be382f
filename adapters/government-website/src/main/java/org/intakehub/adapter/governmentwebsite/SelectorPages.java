package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads pages by their selectors. */
record SelectorPages(Selectors selectors, URI site) {
    /**
     * A letter in a list.
     *
     * @param id path and query of its page
     * @param around all words of its part of the list, which change with its state
     */
    record Found(String id, String title, String date, String around) {}

    /** The letters of a list whose links stay on the site, in their order. */
    List<Found> list(String html, URI page) {
        var found = new LinkedHashMap<String, Found>();
        for (var item : items(Jsoup.parse(html))) {
            link(item)
                    .ifPresent(link -> Links.absolute(page, link.attr("href"))
                            .flatMap(address -> Links.within(site, address))
                            .ifPresent(id -> found.putIfAbsent(
                                    id,
                                    new Found(
                                            id,
                                            title(link),
                                            text(item, selectors.date()),
                                            PlainText.line(PlainText.of(item))))));
        }
        return List.copyOf(found.values());
    }

    List<Element> items(Document page) {
        return new ArrayList<>(page.select(selectors.item().isEmpty() ? selectors.link() : selectors.item()));
    }

    Optional<Element> link(Element item) {
        return Optional.ofNullable(selectors.item().isEmpty() ? item : item.selectFirst(selectors.link()));
    }

    /** Links that are cut short on the page have their whole text in an attribute. */
    private static String title(Element link) {
        return PlainText.line(link.hasAttr("title") ? link.attr("title") : PlainText.of(link));
    }

    boolean hasBody(String html) {
        return !text(Jsoup.parse(html), selectors.body()).isEmpty();
    }

    Letter letter(String html, String id, Optional<URI> url, String listTitle, Optional<String> listDate) {
        var page = Jsoup.parse(html);
        var title = PlainText.line(text(page, selectors.title()));
        return new Letter(
                id,
                title.isEmpty() ? listTitle : title,
                text(page, selectors.body()),
                some(page, selectors.date()).or(() -> listDate),
                some(page, selectors.author()),
                Optional.empty(),
                Optional.empty(),
                url,
                some(page, selectors.reply())
                        .map(reply -> new Letter.Reply(
                                reply, some(page, selectors.replyDate()), some(page, selectors.replyUnit())))
                        .stream()
                        .toList(),
                Map.of(),
                List.of());
    }

    private static Optional<String> some(Element page, String selector) {
        return Optional.of(text(page, selector)).filter(text -> !text.isEmpty());
    }

    /** The text of the first element; empty if there is no selector, or nothing where it points. */
    static String text(Element page, String selector) {
        var element = selector.isEmpty() ? null : page.selectFirst(selector);
        return element == null ? "" : PlainText.of(element);
    }
}
