package org.intakehub.adapter.governmentwebsite;

import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.PlainText;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A site of any CMS, read where its selectors point; a letter is known by its address. */
record SelectorSite(GovernmentWebsiteSettings settings, SelectorPages pages) implements Site {
    private static final String PAGE = "{page}";

    @Override
    public Call list(int page, String opened) {
        var number = String.valueOf(settings.selectors().firstPage() + page);
        return Call.get(settings.at(settings.selectors().list().replace(PAGE, number)), Map.of());
    }

    @Override
    public Listing listing(Answer answer) {
        Faults.check(answer);
        var html = PageText.of(
                answer.body(),
                answer.header("content-type"),
                settings.selectors().charset());
        var entries = pages.list(html, answer.asked().call().url());
        var isFirst = answer.asked().call().url().equals(list(0, "").url());
        if (entries.isEmpty() && isFirst) {
            throw new RemoteUnavailable("the list has no letter where selectors.item and selectors.link say");
        }
        var rows =
                entries.stream().map(found -> new Entry(found.id(), row(found))).toList();
        return new Listing(rows, rows.isEmpty() || !settings.selectors().list().contains(PAGE));
    }

    private static JsonNode row(SelectorPages.Found found) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", found.title())
                .put("date", found.date())
                .put("around", found.around());
    }

    @Override
    public Optional<Call> page(String id) {
        return Links.on(settings.url(), id).map(url -> Call.get(url, Map.of()));
    }

    @Override
    public Optional<ObjectNode> paged(Answer answer) {
        if (answer.status() / 100 == 3 || answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        Faults.check(answer);
        var html = PageText.of(
                answer.body(),
                answer.header("content-type"),
                settings.selectors().charset());
        return pages.hasBody(html)
                ? Optional.of(JsonMapper.shared().createObjectNode().put("page", html))
                : Optional.empty();
    }

    @Override
    public Letter read(JsonNode envelope) {
        var id = envelope.path("id").asString("");
        var row = envelope.path("row");
        if (id.isBlank() || !id.startsWith("/")) {
            throw new MalformedMessage("the envelope does not name the address of a letter");
        }
        var url = Links.on(settings.url(), id);
        var title = PlainText.line(row.path("title").asString(""));
        var date = Optional.of(PlainText.line(row.path("date").asString(""))).filter(text -> !text.isEmpty());
        return envelope.has("page")
                ? pages.letter(envelope.path("page").asString(""), id, url, title, date)
                : Envelopes.withoutPage(id, title, url);
    }
}
