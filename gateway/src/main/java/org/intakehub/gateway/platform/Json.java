package org.intakehub.gateway.platform;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it goes into the database, which takes no NUL character. */
@Component
public class Json {
    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        // A NUL escaped by the mapper is refused by jsonb; an escaped backslash before "u0000" is a text that says so.
        return mapper.writeValueAsString(value).replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "$1\\\\ufffd");
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /** A flat object of texts. */
    public Map<String, String> texts(String json) {
        return mapper.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    /** Replaces what PostgreSQL cannot store as text: NUL, and surrogates without their other half. */
    public static String storable(String text) {
        if (text.indexOf('\0') < 0 && text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        ? 0xfffd
                        : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
