package org.intakehub.adapter.standardwebhook;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.intakehub.core.channel.MalformedMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema of a citizen's message; says where a body departs from it, never what stands there. */
final class BodySchema {
    private static final String RESOURCE = "citizen-message.schema.json";
    private static final int MOST_ERRORS = 5;

    private static final Schema SCHEMA = load();

    private BodySchema() {}

    /** @throws MalformedMessage with JSON pointers and schema keywords */
    static void check(JsonNode body) {
        var errors = SCHEMA.validate(body);
        if (!errors.isEmpty()) {
            throw new MalformedMessage(errors.stream()
                    .map(error -> "\"" + error.getInstanceLocation() + "\" " + error.getKeyword())
                    .distinct()
                    .limit(MOST_ERRORS)
                    .collect(Collectors.joining(", ", "the body departs from its schema at ", "")));
        }
    }

    private static Schema load() {
        try (InputStream in = BodySchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            var node = JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of(node.get("$id").stringValue()), node);
            schema.initializeValidators();
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
