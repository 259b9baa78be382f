package org.intakehub.core.channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a far end answered, with the step it answers, so that an adapter needs no memory. */
public record Answer(Step.Ask asked, int status, Map<String, String> headers, Payload body, Instant receivedAt) {
    // several headers of one name may come as one, joined by commas, and an expiry date has a comma too
    private static final Pattern COOKIE = Pattern.compile("(?:^\\[?|,)\\s*([^;,=\\s]+)=([^;,\\]]*)");

    public Answer {
        var copy = new TreeMap<String, String>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(copy);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Names and values of the cookies that the far end sets. */
    public Map<String, String> cookies() {
        var cookies = new TreeMap<String, String>();
        var set = COOKIE.matcher(header("set-cookie").orElse(""));
        while (set.find()) {
            cookies.put(set.group(1), set.group(2).strip());
        }
        return cookies;
    }
}
