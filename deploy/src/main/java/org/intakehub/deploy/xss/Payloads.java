package org.intakehub.deploy.xss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a file: a JSON array of texts, or of objects whose {@code payload} is one. */
final class Payloads {
    private Payloads() {}

    /** @throws IllegalArgumentException if the file is anything else */
    static List<String> in(Path file) throws IOException {
        var all = JsonMapper.shared().readTree(Files.readString(file));
        if (!all.isArray()) {
            throw new IllegalArgumentException(file + " is no JSON array");
        }
        return StreamSupport.stream(all.spliterator(), false)
                .map(Payloads::text)
                .toList();
    }

    private static String text(JsonNode one) {
        var payload = one.isObject() ? one.path("payload") : one;
        if (!payload.isString()) {
            throw new IllegalArgumentException("an entry has no text");
        }
        return payload.stringValue();
    }
}
