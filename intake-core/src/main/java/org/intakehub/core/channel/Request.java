package org.intakehub.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A platform's call, its body capped and untouched.
 *
 * @param path address below {@code /channels/{source}/}
 * @param headers names in any case; looked up regardless of it
 * @param receivedAt the hub's clock when the call came in
 */
public record Request(
        SourceId source,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        Payload body,
        Instant receivedAt) {

    public Request {
        query = copy(query, false);
        headers = copy(headers, true);
    }

    /** The only value of a header; empty if it is missing or was sent more than once. */
    public Optional<String> header(String name) {
        return only(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The only value of a query parameter; empty if it is missing or was sent more than once. */
    public Optional<String> parameter(String name) {
        return only(query.get(name));
    }

    private static Optional<String> only(@Nullable List<String> values) {
        return values == null || values.size() != 1 ? Optional.empty() : Optional.of(values.get(0));
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> from, boolean lowerCase) {
        var copy = new TreeMap<String, List<String>>();
        from.forEach((name, values) -> copy.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, List.copyOf(values)));
        return Map.copyOf(copy);
    }

    @Override
    public String toString() {
        return "Request[" + method + " " + source + ", " + body.size() + " bytes]";
    }
}
