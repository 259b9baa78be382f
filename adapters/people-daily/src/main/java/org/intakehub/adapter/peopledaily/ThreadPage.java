package org.intakehub.adapter.peopledaily;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a thread's page. */
final class ThreadPage {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");

    private final Document page;
    private final Selectors selectors;

    ThreadPage(String html, Selectors selectors) {
        page = Jsoup.parse(html);
        this.selectors = selectors;
    }

    /** The page as a part of an envelope; empty if it is not a thread's page. */
    static Optional<ObjectNode> envelope(Answer answer, Selectors selectors) {
        Faults.check(answer);
        var html = answer.body().text(StandardCharsets.UTF_8);
        return new ThreadPage(html, selectors).text().isEmpty()
                ? Optional.empty()
                : Optional.of(JsonMapper.shared().createObjectNode().put("page", html));
    }

    String title() {
        return first(selectors.title());
    }

    String text() {
        return first(selectors.content());
    }

    String forum() {
        return first(selectors.forum());
    }

    /** The parts of the byline that are no time; the author comes first. */
    String author() {
        return page.select(selectors.byline()).stream()
                .map(PlainText::of)
                .filter(part -> !part.isEmpty() && !TIME.matcher(part).find())
                .findFirst()
                .orElse("");
    }

    String time() {
        return page.select(selectors.byline()).stream()
                .map(part -> TIME.matcher(PlainText.of(part)))
                .filter(time -> time.find())
                .map(time -> time.group())
                .findFirst()
                .orElse("");
    }

    List<String> answers() {
        return selectors.answer().isEmpty()
                ? List.of()
                : page.select(selectors.answer()).stream()
                        .map(PlainText::of)
                        .filter(answer -> !answer.isEmpty())
                        .toList();
    }

    private String first(String selector) {
        var element = page.selectFirst(selector);
        return element == null ? "" : PlainText.of(element);
    }
}
