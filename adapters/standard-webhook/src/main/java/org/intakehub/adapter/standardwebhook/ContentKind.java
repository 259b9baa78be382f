package org.intakehub.adapter.standardwebhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the content of a push is written, as its content type tells. */
enum ContentKind {
    /** A citizen's message itself; or, if there are {@code ce-} headers, the data of a CloudEvent in binary mode. */
    JSON("application/json"),
    EVENT("application/cloudevents+json"),
    BATCH("application/cloudevents-batch+json");

    private final String mediaType;

    ContentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Empty if the type is none of ours, or names a charset other than UTF-8. */
    static Optional<ContentKind> of(String contentType) {
        var parts = contentType.toLowerCase(Locale.ROOT).split(";");
        var foreign = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("charset="))
                .anyMatch(charset -> !charset.matches("charset=\"?(utf-8|utf8|us-ascii)\"?"));
        return foreign || parts.length == 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.mediaType.equals(parts[0].strip()))
                        .findFirst();
    }
}
