package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message of a collection, one JSON object a line. */
record CitizenMessage(String id, String user, String subject, String detail, Instant at) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** By their ids, in the order of the file; messages without one are numbered. */
    static Map<String, CitizenMessage> read(Path file) throws IOException {
        var messages = new LinkedHashMap<String, CitizenMessage>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).map(MAPPER::readTree).forEach(line -> {
                var message = of(line, file.getFileName() + " " + messages.size());
                messages.put(message.id(), message);
            });
        }
        return messages;
    }

    /** Times without a zone are taken as they stand: only their distances count here. */
    private static CitizenMessage of(JsonNode line, String otherwise) {
        return new CitizenMessage(
                line.path("id").asString(otherwise),
                line.path("user").asString(""),
                line.path("subject").asString(""),
                line.path("detail").asString(""),
                LocalDateTime.parse(line.path("time").asString("1970-01-01T00:00:00"))
                        .toInstant(ZoneOffset.ofHours(8)));
    }

    @Override
    public String toString() {
        return "CitizenMessage " + id;
    }
}
