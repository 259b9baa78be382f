package org.intakehub.gateway.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it goes into the database, which takes no NUL character. */
@Component
public class Json {
    /** A NUL as the mapper escapes it, which jsonb refuses; behind an escaped backslash it is a text that says so. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        var written = mapper.writeValueAsString(value);
        return written.contains("\\u0000") ? ESCAPED_NUL.matcher(written).replaceAll("$1\\\\ufffd") : written;
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
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? 0xfffd
                        : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
