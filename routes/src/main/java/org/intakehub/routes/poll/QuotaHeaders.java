package org.intakehub.routes.poll;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an answer's headers tell of the calls that are left: the IETF's draft of RateLimit fields, and the names in use before it. */
final class QuotaHeaders {
    private static final List<String> PLAIN =
            List.of("ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    /** {@code "default";r=50;t=30}, draft-ietf-httpapi-ratelimit-headers-10 §4. */
    private static final Pattern FIELD = Pattern.compile(";\\s*r=(\\d{1,18})");

    private QuotaHeaders() {}

    static OptionalLong left(Map<String, String> headers) {
        var any = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        for (var name : PLAIN) {
            var value = any.getOrDefault(name, "").strip();
            if (WHOLE.matcher(value).matches()) {
                return OptionalLong.of(Long.parseLong(value));
            }
        }
        var field = FIELD.matcher(any.getOrDefault("ratelimit", ""));
        return field.find() ? OptionalLong.of(Long.parseLong(field.group(1))) : OptionalLong.empty();
    }
}
