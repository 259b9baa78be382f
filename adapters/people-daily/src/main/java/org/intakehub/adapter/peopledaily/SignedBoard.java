package org.intakehub.adapter.peopledaily;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The signed JSON interface that the board's own page uses. */
record SignedBoard(PeopleDailySettings settings) implements Board {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Call list(Forum forum, String lastItem, String cookies) {
        var path = forum.ministry()
                ? settings.paths().listMinistries()
                : settings.paths().listPlaces();
        return call(path, listParam(forum, lastItem));
    }

    /** The two lists want their numbers written differently. */
    String listParam(Forum forum, String lastItem) {
        var param = JSON.createObjectNode();
        if (forum.ministry()) {
            param.put("fid", Long.parseLong(forum.fid()));
        } else {
            param.put("fid", forum.fid());
        }
        param.put("showUnAnswer", settings.listing().showUnanswered());
        param.put("typeId", settings.listing().typeId());
        param.put("lastItem", lastItem);
        if (forum.ministry()) {
            param.put("position", 1);
        } else {
            param.put("position", "0");
        }
        param.put("rows", settings.rows());
        return param.put("orderType", settings.listing().orderType()).toString();
    }

    @Override
    public Listing listing(Answer answer) {
        var node = Faults.object(answer);
        var data = node.path("resultData").path("data");
        if (!Faults.isWell(node) || !data.isArray()) {
            throw Faults.passing("the board's list is refused with code " + Faults.code(node));
        }
        var lastItem = node.path("resultData").path("lastItem").asString("");
        var rows = data.valueStream().toList();
        return new Listing(rows, lastItem, rows.size() < settings.rows());
    }

    @Override
    public Call thread(String tid, Forum forum, String cookies) {
        return call(settings.paths().thread(), threadParam(tid));
    }

    static String threadParam(String tid) {
        return JSON.createObjectNode().put("tid", tid).put("fromTrash", 0).toString();
    }

    @Override
    public Optional<ObjectNode> thread(Answer answer) {
        var node = Faults.object(answer);
        var content = node.path("resultData");
        if (!Faults.isWell(node) || !content.path("contentList").isArray()) {
            return Optional.empty();
        }
        return Optional.of(JSON.createObjectNode().set("content", content));
    }

    private Call call(String path, String param) {
        var secret = settings.token();
        var token = secret == null ? "" : secret.value();
        // the signature covers param as text, so that text and no other rendering of it is sent
        var body = JSON.createObjectNode()
                .put("appCode", settings.appCode())
                .put("token", token)
                .put("signature", Signatures.sign(path, param, settings.appCode(), token))
                .put("param", param);
        return new Call("POST", settings.at(path), headers(token), Payload.of(body.toString(), StandardCharsets.UTF_8));
    }

    private Map<String, String> headers(String token) {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", "application/json;charset=UTF-8");
        headers.put("Origin", origin(settings.url()));
        headers.put("Referer", settings.at(settings.paths().forumPage()).toString());
        headers.put("token", token);
        return headers;
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
