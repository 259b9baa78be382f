package org.intakehub.adapter.peopledaily;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.channel.PlainText;
import tools.jackson.databind.JsonNode;

/** The fields of several objects that speak of the same thing; the earlier object is believed. */
final class Fields {
    private final List<JsonNode> objects;

    Fields(JsonNode... objects) {
        this.objects = List.of(objects);
    }

    /** The first of the names that holds something, as plain text. */
    Optional<String> text(String... names) {
        return objects.stream()
                .flatMap(object -> Stream.of(names).map(object::path))
                .map(Fields::plain)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The same, in one line. */
    Optional<String> line(String... names) {
        return text(names).map(PlainText::line).filter(line -> !line.isEmpty());
    }

    /** Every field that holds something, in one line, under the platform's own name. */
    Map<String, String> all() {
        var all = new TreeMap<String, String>();
        objects.forEach(object -> object.properties().forEach(field -> {
            var text = PlainText.line(plain(field.getValue()));
            if (!text.isEmpty()) {
                all.putIfAbsent(PlainText.line(field.getKey()), text);
            }
        }));
        return all;
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(Fields::plain)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("、"));
        } else if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> field.getKey() + "=" + plain(field.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return value.isNull() || value.isMissingNode() ? "" : PlainText.ofHtml(value.asString(""));
    }
}
