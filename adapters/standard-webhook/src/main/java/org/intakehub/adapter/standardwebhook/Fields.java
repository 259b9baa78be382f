package org.intakehub.adapter.standardwebhook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The fields of a JSON object, cleaned as they are taken; what nobody takes is handed on as it is. */
final class Fields {
    private final JsonNode object;
    private final Consumer<String> notes;
    private final Set<String> taken = new HashSet<>();

    Fields(JsonNode object, Consumer<String> notes) {
        this.object = object;
        this.notes = notes;
    }

    /** The field's value; empty if it is missing or null. */
    Optional<JsonNode> node(String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        taken.add(name);
        return Optional.of(value);
    }

    /** An object's fields; none if it is missing. */
    Fields object(String name) {
        return new Fields(node(name).orElse(JsonNodeFactory.instance.objectNode()), notes);
    }

    /** Text of several lines; empty if there is nothing to read in it. */
    Optional<String> text(String name) {
        return node(name).map(JsonNode::asString).map(this::clean).filter(text -> !text.isBlank());
    }

    /** Text of one line. */
    Optional<String> line(String name) {
        return text(name).map(text -> text.replaceAll("\\s*\\n\\s*", " ").strip());
    }

    /** The field is dealt with elsewhere. */
    Fields without(String name) {
        taken.add(name);
        return this;
    }

    /** The fields stay among those that nobody took, and the message says so. */
    void giveBack(String note, String... names) {
        List.of(names).forEach(taken::remove);
        notes.accept(note);
    }

    /** Hands on every field that was not taken: text as it is, anything else as JSON. */
    void rest(String prefix, BiConsumer<String, String> to) {
        object.properties().forEach(property -> {
            var value = property.getValue();
            if (!taken.contains(property.getKey()) && !value.isNull()) {
                to.accept(prefix + property.getKey(), value.isString() ? value.stringValue() : value.toString());
            }
        });
    }

    private String clean(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var plain = lines.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        if (plain.length() != lines.length()) {
            notes.accept("control characters removed");
        }
        return plain;
    }
}
