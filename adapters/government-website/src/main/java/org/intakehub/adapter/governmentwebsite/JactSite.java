package org.intakehub.adapter.governmentwebsite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A site run by Hanweb JACT: pages of links, and a page for each letter; a letter that is gone redirects elsewhere. */
record JactSite(GovernmentWebsiteSettings settings) implements Site {
    private static final Pattern ID = Pattern.compile("(?i)[?&]transactid=([0-9]{1,18})");
    private static final String PAGE = "{page}";

    @Override
    public Call list(int page, String opened) {
        var path = settings.jact()
                .list()
                .replace("{sys-id}", settings.jact().sysId())
                .replace(PAGE, String.valueOf(page + 1));
        return Call.get(settings.at(path), Map.of());
    }

    @Override
    public Listing listing(Answer answer) {
        Faults.check(answer);
        var page = Jsoup.parse(PageText.of(answer.body(), answer.header("content-type"), ""));
        var entries = new LinkedHashMap<String, Entry>();
        for (var link : page.select("a[href]")) {
            var id = ID.matcher(link.attr("href"));
            if (id.find()) {
                entries.putIfAbsent(id.group(1), new Entry(id.group(1), row(link)));
            }
        }
        return new Listing(
                List.copyOf(entries.values()),
                entries.isEmpty() || !settings.jact().list().contains(PAGE));
    }

    /** The words around the link change with the letter's state. */
    private static ObjectNode row(Element link) {
        var around = link.closest("tr, li, dl");
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", PlainText.of(link))
                .put("around", PlainText.line(PlainText.of(around == null ? link : around)));
    }

    @Override
    public Optional<Call> page(String id) {
        var query = "?transactId=" + id + "&sysid=" + settings.jact().sysId();
        return Optional.of(Call.get(settings.at(settings.jact().detail() + query), Map.of()));
    }

    @Override
    public Optional<ObjectNode> paged(Answer answer) {
        if (answer.status() / 100 == 3 || answer.status() == 404) {
            return Optional.empty();
        }
        Faults.check(answer);
        var html = PageText.of(answer.body(), answer.header("content-type"), "");
        return JactPage.of(html).isLetter()
                ? Optional.of(JsonMapper.shared().createObjectNode().put("page", html))
                : Optional.empty();
    }

    @Override
    public Letter read(JsonNode envelope) {
        var id = envelope.path("id").asString("");
        if (!id.matches("[0-9]{1,18}")) {
            throw new MalformedMessage("the envelope does not name the number of a letter");
        }
        var url = page(id).map(Call::url);
        var title = PlainText.line(envelope.path("row").path("title").asString(""));
        return envelope.has("page")
                ? JactPage.of(envelope.path("page").asString("")).letter(id, title, url)
                : Envelopes.withoutPage(id, title, url);
    }
}
