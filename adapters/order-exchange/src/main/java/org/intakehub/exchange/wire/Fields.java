package org.intakehub.exchange.wire;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The named values of an order, cleaned as they are taken; what nobody takes is handed on as it is. */
public final class Fields {
    private final Map<String, String> values;
    private final Set<String> taken = new HashSet<>();

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    public static Fields of(Map<String, String> values) {
        return new Fields(new LinkedHashMap<>(values));
    }

    /** The fields of a JSON object; what is neither text nor number nor flag comes as JSON. */
    public static Fields of(JsonNode object) {
        var values = new LinkedHashMap<String, String>();
        object.properties().forEach(field -> values.put(field.getKey(), WireJson.text(field.getValue())));
        return new Fields(values);
    }

    /** The first of these fields that nobody took and that says something, as text of several lines. */
    public Optional<String> text(List<String> names) {
        for (var name : names) {
            var value = taken.contains(name) ? "" : PlainText.of(values.getOrDefault(name, ""));
            if (!value.isEmpty()) {
                taken.add(name);
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    public Optional<String> text(String... names) {
        return text(List.of(names));
    }

    /** Like {@link #text(List)}, on one line. */
    public Optional<String> line(List<String> names) {
        return text(names).map(PlainText::line);
    }

    public Optional<String> line(String... names) {
        return line(List.of(names));
    }

    /** What the field says, on one line; it stays among those that nobody took. */
    public Optional<String> peek(String name) {
        return Optional.of(PlainText.line(values.getOrDefault(name, ""))).filter(value -> !value.isEmpty());
    }

    public Fields without(String name) {
        taken.add(name);
        return this;
    }

    /** Hands on every field that was not taken and is not empty, as it came. */
    public void rest(BiConsumer<String, String> to) {
        values.forEach((name, value) -> {
            if (!taken.contains(name) && !value.isBlank()) {
                to.accept(name, value.replace("\u0000", ""));
            }
        });
    }
}
