package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of one matter, found by hand.
 *
 * @param hardNegativeIds messages that look alike and are another matter
 */
record Incident(String cluster, List<String> ids, List<String> hardNegativeIds) {
    static List<Incident> read(Path file) throws IOException {
        var mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return mapper.readValue(Files.readString(file), new TypeReference<List<Incident>>() {});
    }
}
