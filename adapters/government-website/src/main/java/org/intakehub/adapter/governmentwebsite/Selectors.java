package org.intakehub.adapter.governmentwebsite;

import static org.intakehub.adapter.governmentwebsite.Checks.check;
import static org.intakehub.adapter.governmentwebsite.Checks.given;
import static org.intakehub.adapter.governmentwebsite.Checks.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * Where the parts of a site's pages stand, as CSS selectors; what is empty is not looked for.
 *
 * @param list address of the list, with {@code {page}} where the number of the page stands; without it one page is read
 * @param firstPage number of the first page
 * @param item one letter's part of the list
 * @param link within the item, the link to the letter's own page
 * @param title on the letter's page; if there is none, the link's text
 * @param date on the letter's page, or else within the item
 * @param datePattern how dates are written, such as {@code yyyy-MM-dd HH:mm}
 * @param charset what the site's pages are written in, if they do not say so themselves
 */
public record Selectors(
        String list,
        Integer firstPage,
        String item,
        String link,
        String title,
        String date,
        String datePattern,
        String body,
        String author,
        String reply,
        String replyDate,
        String replyUnit,
        String charset) {
    static final Selectors NONE = new Selectors("", 1, "", "", "", "", "", "", "", "", "", "", "");

    public Selectors {
        list = text(list, "").isEmpty() ? "" : Checks.path("selectors.list", list);
        firstPage = given(firstPage, 1);
        item = selector("item", item);
        link = selector("link", link);
        title = selector("title", title);
        date = selector("date", date);
        body = selector("body", body);
        author = selector("author", author);
        reply = selector("reply", reply);
        replyDate = selector("reply-date", replyDate);
        replyUnit = selector("reply-unit", replyUnit);
        datePattern = text(datePattern, "yyyy-MM-dd");
        charset = text(charset, "");
        check(isDatePattern(datePattern), "selectors.date-pattern is a pattern of dates with year, month and day");
        check(charset.isEmpty() || isCharset(charset), "selectors.charset is not the name of a charset");
    }

    private static String selector(String name, String value) {
        var selector = text(value, "");
        try {
            if (!selector.isEmpty()) {
                QueryParser.parse(selector);
            }
            return selector;
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("selectors." + name + " is no CSS selector", e);
        }
    }

    private static boolean isDatePattern(String pattern) {
        try {
            var written =
                    DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDateTime.of(2026, 11, 23, 10, 0));
            return written.contains("26") && written.contains("23") && pattern.contains("M");
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
