package org.intakehub.adapter.peopledaily;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The entries of a thread, which come newest first and are told apart by their type, never by their place. */
record ContentList(List<JsonNode> entries) {
    private static final String QUESTION = "1";
    private static final String ANSWER = "4";

    static ContentList of(JsonNode envelope) {
        return new ContentList(envelope.path("content")
                .path("contentList")
                .valueStream()
                .filter(JsonNode::isObject)
                .sorted(Comparator.comparingLong(ContentList::time))
                .toList());
    }

    /** The oldest entry of the citizen's; missing if there is none. */
    JsonNode question() {
        return entries.stream()
                .filter(entry -> type(entry).equals(QUESTION))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    List<JsonNode> answers() {
        return entries.stream().filter(entry -> type(entry).equals(ANSWER)).toList();
    }

    /** Everything else, of whatever type. */
    List<JsonNode> others() {
        var question = question();
        return entries.stream()
                .filter(entry -> !entry.equals(question) && !type(entry).equals(ANSWER))
                .toList();
    }

    static String type(JsonNode entry) {
        return entry.path("dataType").asString("");
    }

    private static long time(JsonNode entry) {
        return BoardTime.read(entry.path("dateline").asString(""))
                .map(time -> time.getEpochSecond())
                .orElse(Long.MAX_VALUE);
    }
}
