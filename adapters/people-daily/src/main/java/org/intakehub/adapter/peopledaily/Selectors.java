package org.intakehub.adapter.peopledaily;

import static org.intakehub.adapter.peopledaily.PeopleDailySettings.given;

import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * Where the parts of the board's pages stand, as CSS selectors.
 *
 * @param link links from a forum's page to its threads
 * @param byline author and time, among others
 * @param answer an official answer's text; empty: the page is not searched for any
 */
public record Selectors(String link, String title, String byline, String content, String forum, String answer) {
    static final Selectors DEFAULT = new Selectors(
            "a[href*=/threads/content?tid=]", ".context-title-text", "h3.grey2 span", ".content", "#currentForum", "");

    public Selectors {
        link = selector("link", given(link, "a[href*=/threads/content?tid=]"));
        title = selector("title", given(title, ".context-title-text"));
        byline = selector("byline", given(byline, "h3.grey2 span"));
        content = selector("content", given(content, ".content"));
        forum = selector("forum", given(forum, "#currentForum"));
        answer = given(answer, "").isBlank() ? "" : selector("answer", answer);
    }

    private static String selector(String name, String value) {
        try {
            QueryParser.parse(value);
            return value;
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("selectors." + name + " is no CSS selector", e);
        }
    }
}
