package org.intakehub.adapter.peopledaily;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.PlainText;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The board's pages, as last resort: of a forum only the first page can be told apart from the rest of the site. */
record PageBoard(PeopleDailySettings settings) implements Board {
    private static final Pattern TID = Pattern.compile("[?&]tid=([0-9]{1,18})(?:&|#|$)");

    @Override
    public Call list(Forum forum, String lastItem, String cookies) {
        return Call.get(settings.at(settings.paths().forumPage() + "?fid=" + forum.fid()), Map.of());
    }

    @Override
    public Listing listing(Answer answer) {
        Faults.check(answer);
        var page = Jsoup.parse(answer.body().text(StandardCharsets.UTF_8));
        var rows = new ArrayList<JsonNode>();
        var seen = new LinkedHashSet<String>();
        for (var link : page.select(settings.selectors().link())) {
            var tid = TID.matcher(link.attr("href"));
            if (tid.find() && seen.add(tid.group(1))) {
                rows.add(JsonMapper.shared()
                        .createObjectNode()
                        .put("tid", tid.group(1))
                        .put("subject", PlainText.of(link)));
            }
        }
        if (rows.isEmpty()) {
            throw Faults.passing("the forum's page has no link where selectors.link says");
        }
        return new Listing(rows, "", true);
    }

    @Override
    public Call thread(String tid, Forum forum, String cookies) {
        return Call.get(settings.page(tid), Map.of());
    }

    @Override
    public Optional<ObjectNode> thread(Answer answer) {
        return ThreadPage.envelope(answer, settings.selectors());
    }
}
