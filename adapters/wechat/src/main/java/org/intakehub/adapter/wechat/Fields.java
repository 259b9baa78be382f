package org.intakehub.adapter.wechat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was pushed, as names and texts. An element within another is named {@code outer.inner}; of several with the same name each has its
 * number: {@code List[0].TemplateId}.
 *
 * @param repaired whether characters had to be dropped to read it
 */
record Fields(Map<String, String> all, boolean repaired) {
    Fields {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** A value that says something; the rest counts as missing. */
    Optional<String> value(String name) {
        return Optional.ofNullable(all.get(name)).filter(value -> !value.isBlank());
    }

    String text(String name) {
        return all.getOrDefault(name, "");
    }

    /** In one line, without control characters. */
    Optional<String> line(String name) {
        return value(name).map(Fields::oneLine).filter(line -> !line.isEmpty());
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    @Override
    public String toString() {
        return "Fields[" + all.size() + "]";
    }
}
