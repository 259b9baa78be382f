package org.intakehub.adapter.governmentwebsite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.intakehub.core.channel.PlainText;
import tools.jackson.databind.JsonNode;

/** Which field of a platform's JSON holds what. */
final class FieldMap {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String CONTENT = "content";
    static final String SUBMITTED = "submitted";
    static final String NAME = "name";
    static final String DEPARTMENT = "department";
    static final String PUBLIC = "public";
    static final String URL = "url";
    static final String REPLIES = "replies";
    static final String REPLY = "reply";
    static final String REPLIED = "replied";
    static final String REPLY_DEPARTMENT = "reply-department";

    static final Set<String> NAMES = Set.of(
            ID, TITLE, CONTENT, SUBMITTED, NAME, DEPARTMENT, PUBLIC, URL, REPLIES, REPLY, REPLIED, REPLY_DEPARTMENT);

    /** As TRS IGI names them; the answers of a letter are a list of their own. */
    private static final Map<String, String> TRS = Map.of(
            ID, "METADATAID",
            TITLE, "TITLE",
            CONTENT, "CONTENT",
            SUBMITTED, "SUBMITTIME",
            URL, "PUBLISHURL",
            REPLIES, "REPLYS",
            REPLY, "CONTENT",
            REPLIED, "REPLYTIME");

    private final Map<String, String> fields;

    private FieldMap(Map<String, String> fields) {
        this.fields = fields;
    }

    static FieldMap of(Map<String, String> given) {
        return new FieldMap(Map.copyOf(given));
    }

    static FieldMap trs(Map<String, String> given) {
        var fields = new HashMap<>(TRS);
        fields.putAll(given);
        return new FieldMap(fields);
    }

    /** The text of a field that the platform names as the map says. */
    Optional<String> text(JsonNode row, String field) {
        return Optional.ofNullable(fields.get(field))
                .map(row::path)
                .map(FieldMap::plain)
                .filter(text -> !text.isEmpty());
    }

    /** The answers of a row: a list of objects or of texts, one object, or a field of the row itself. */
    List<JsonNode> replies(JsonNode row) {
        var name = fields.get(REPLIES);
        if (name == null) {
            return fields.containsKey(REPLY) ? List.of(row) : List.of();
        }
        var replies = row.path(name);
        return replies.isArray()
                ? replies.valueStream().toList()
                : Stream.of(replies).toList();
    }

    /** The text of one answer. */
    Optional<String> reply(JsonNode reply) {
        return reply.isObject() ? text(reply, REPLY) : Optional.of(plain(reply)).filter(text -> !text.isEmpty());
    }

    /** Everything else that the row says, in one line each, under the platform's names. */
    Map<String, String> others(JsonNode row) {
        var others = new TreeMap<String, String>();
        var taken = new ArrayList<String>();
        Stream.of(ID, TITLE, CONTENT, NAME, REPLIES)
                .flatMap(field -> Optional.ofNullable(fields.get(field)).stream())
                .forEach(taken::add);
        if (!fields.containsKey(REPLIES)) {
            Optional.ofNullable(fields.get(REPLY)).ifPresent(taken::add);
        }
        row.properties().forEach(field -> {
            var text = PlainText.line(plain(field.getValue()));
            if (!taken.contains(field.getKey()) && !text.isEmpty()) {
                others.put(PlainText.line(field.getKey()), text);
            }
        });
        return others;
    }

    private static String plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return PlainText.ofHtml(value.isContainer() ? value.toString() : value.asString(""));
    }
}
