package org.intakehub.adapter.peopledaily;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The older form interface: lists with answers and ratings in them, but with texts cut short, so the page gives the text. */
record FormBoard(PeopleDailySettings settings) implements Board {
    @Override
    public Optional<Call> warmUp(Forum forum) {
        return settings.warmUp() ? Optional.of(Call.get(forumPage(forum), Map.of())) : Optional.empty();
    }

    @Override
    public Call list(Forum forum, String lastItem, String cookies) {
        var form = "fid=" + forum.fid() + "&state=" + settings.listing().state() + "&lastItem="
                + (lastItem.isEmpty() ? "0" : lastItem) + "&pageSize=" + settings.rows();
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        headers.put("Referer", forumPage(forum).toString());
        headers.put("X-Requested-With", "XMLHttpRequest");
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        return new Call(
                "POST", settings.at(settings.paths().formList()), headers, Payload.of(form, StandardCharsets.US_ASCII));
    }

    @Override
    public Listing listing(Answer answer) {
        var rows = rows(answer);
        var lastItem =
                rows.isEmpty() ? "" : rows.get(rows.size() - 1).path("tid").asString("");
        return new Listing(rows, lastItem, rows.size() < settings.rows());
    }

    private static List<JsonNode> rows(Answer answer) {
        var node = Faults.object(answer);
        var well = node.path("result").asString("").equals("success")
                && node.path("success").asBoolean(true);
        var rows = node.path("responseData");
        if (!well || !Faults.isWell(node) || !(rows.isArray() || rows.isNull())) {
            throw Faults.passing("the board's list is refused with code " + Faults.code(node));
        }
        return rows.valueStream().toList();
    }

    @Override
    public Call thread(String tid, Forum forum, String cookies) {
        var headers = new TreeMap<>(Map.of("Referer", forumPage(forum).toString()));
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        return Call.get(settings.page(tid), headers);
    }

    @Override
    public Optional<ObjectNode> thread(Answer answer) {
        return ThreadPage.envelope(answer, settings.selectors());
    }

    /** The list that begins behind the thread after it has the thread first, with answer and rating, and its neighbours too. */
    @Override
    public Call look(String tid, Forum forum) {
        return list(forum, String.valueOf(Long.parseLong(tid) + 1), "");
    }

    @Override
    public List<ObjectNode> looked(Answer answer) {
        return rows(answer).stream().flatMap(FormBoard::envelope).toList();
    }

    private static Stream<ObjectNode> envelope(JsonNode row) {
        return row.isObject() ? Stream.of(JsonMapper.shared().createObjectNode().set("row", row)) : Stream.empty();
    }

    private URI forumPage(Forum forum) {
        return settings.at(settings.paths().forumPage() + "?fid=" + forum.fid());
    }
}
