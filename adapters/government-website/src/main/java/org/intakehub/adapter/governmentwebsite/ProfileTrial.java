package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Tries selectors on pages that somebody else fetched, and tells field by field what was found, before the settings are saved. It does
 * no I/O. What it shows are words of the pages: they are for the person who tries, and for no log.
 */
public final class ProfileTrial {
    private static final int LONGEST_EXAMPLE = 80;

    private final Selectors selectors;
    private final URI site;
    private final SiteTime times;

    /** @throws IllegalArgumentException if the zone is none */
    public ProfileTrial(Selectors selectors, URI site, String zone) {
        this.selectors = selectors;
        this.site = site;
        times = new SiteTime(selectors.datePattern(), ZoneId.of(zone));
    }

    /**
     * What one selector found.
     *
     * @param field name of the setting, below {@code selectors}
     * @param count elements where the selector points
     * @param example text of the first
     * @param problem why that will not do; empty if it will
     */
    public record Finding(String field, int count, String example, Optional<String> problem) {
        @Override
        public String toString() {
            return "Finding[" + field + ", " + count + ", " + problem.orElse("well") + "]";
        }
    }

    /**
     * What was found on a page.
     *
     * @param links addresses of letters, if the page is a list
     */
    public record Report(List<Finding> findings, List<URI> links) {
        public Report {
            findings = List.copyOf(findings);
            links = List.copyOf(links);
        }

        /** Whether the profile can be used as it is. */
        public boolean isWell() {
            return findings.stream().allMatch(finding -> finding.problem().isEmpty());
        }
    }

    /** Tries the selectors of the list. */
    public Report list(Payload page, Optional<String> contentType, URI address) {
        var html = PageText.of(page, contentType, selectors.charset());
        var pages = new SelectorPages(selectors, site);
        var document = Jsoup.parse(html, address.toString());
        var items = pages.items(document);
        var links = items.stream().flatMap(item -> pages.link(item).stream()).toList();
        var found = pages.list(html, address);
        var findings = new ArrayList<Finding>();
        if (!selectors.item().isEmpty()) {
            findings.add(finding("item", items, Optional.empty()));
        }
        findings.add(finding(
                "link",
                links,
                found.isEmpty() ? Optional.of("no link leads to a page of this site") : Optional.empty()));
        if (!selectors.date().isEmpty()
                && found.stream().anyMatch(one -> !one.date().isEmpty())) {
            var dates = items.stream()
                    .flatMap(item -> Stream.ofNullable(item.selectFirst(selectors.date())))
                    .toList();
            findings.add(finding("date", dates, dateProblem(dates)));
        }
        return new Report(
                findings,
                found.stream().flatMap(one -> Links.on(site, one.id()).stream()).toList());
    }

    /** Tries the selectors of a letter's own page. */
    public Report letter(Payload page, Optional<String> contentType) {
        var document = Jsoup.parse(PageText.of(page, contentType, selectors.charset()));
        var findings = new ArrayList<Finding>();
        var fields = List.of("title", "body", "author", "reply", "reply-unit");
        var where = List.of(
                selectors.title(), selectors.body(), selectors.author(), selectors.reply(), selectors.replyUnit());
        for (var i = 0; i < fields.size(); i++) {
            if (!where.get(i).isEmpty()) {
                findings.add(finding(fields.get(i), document.select(where.get(i)), Optional.empty()));
            }
        }
        for (var date : List.of("date", "reply-date")) {
            var selector = date.equals("date") ? selectors.date() : selectors.replyDate();
            if (!selector.isEmpty()) {
                var dates = document.select(selector);
                findings.add(finding(date, dates, dateProblem(dates)));
            }
        }
        return new Report(findings, List.of());
    }

    private Finding finding(String field, List<Element> elements, Optional<String> problem) {
        var text = elements.isEmpty() ? "" : PlainText.line(PlainText.of(elements.get(0)));
        var example = text.length() <= LONGEST_EXAMPLE
                ? text
                : text.substring(
                        0,
                        text.offsetByCodePoints(0, Math.min(LONGEST_EXAMPLE, text.codePointCount(0, text.length()))));
        if (elements.isEmpty()) {
            return new Finding(field, 0, "", Optional.of("nothing stands where the selector points"));
        }
        return new Finding(
                field,
                elements.size(),
                example,
                problem.or(() -> text.isEmpty() ? Optional.of("what stands there has no text") : Optional.empty()));
    }

    private Optional<String> dateProblem(List<Element> dates) {
        return dates.stream().allMatch(date -> times.read(PlainText.of(date)).isPresent())
                ? Optional.empty()
                : Optional.of("a date does not fit selectors.date-pattern");
    }
}
