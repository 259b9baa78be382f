package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.learning.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages with their labels, one JSON object a line: {@code subject}, {@code detail} and {@code label}. */
final class LabelledMessages {
    private LabelledMessages() {}

    static List<Example> read(Path file, Classifier classifier) throws IOException {
        return messages(file).stream()
                .map(message -> new Example(
                        classifier.evidence(matter(message)),
                        message.path("label").asString("")))
                .toList();
    }

    static List<Matter> matters(Path file) throws IOException {
        return messages(file).stream().map(LabelledMessages::matter).toList();
    }

    private static List<JsonNode> messages(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    static Matter matter(JsonNode message) {
        return new Matter(
                message.path("subject").asString(""),
                message.path("detail").asString(""),
                PlaceHint.none(),
                Optional.empty(),
                Confidentiality.NORMAL,
                Optional.empty());
    }
}
