package org.intakehub.deploy.measure;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas of a folder, which refer to each other by file name. */
final class Schemas {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    Schemas(Path folder) {
        this.folder = folder;
    }

    /** Says whether an answer is valid. */
    interface Check {
        boolean accepts(JsonNode answer);
    }

    /** A schema of the folder. */
    Check file(String name) throws IOException {
        return of(resolved(read(folder.resolve(name))));
    }

    /** A list of what a Swagger document defines. */
    Check listOf(Path swagger, String definition) throws IOException {
        var list = JSON.createObjectNode().put("type", "array").put("minItems", 1);
        list.set("items", read(swagger).path("definitions").path(definition));
        return of(list);
    }

    /** The standard's errors, which no published schema describes. */
    static Check errors() {
        return answer -> answer.isArray()
                && !answer.isEmpty()
                && answer.valueStream()
                        .allMatch(error -> error.path("code").isString()
                                && error.path("description").isString());
    }

    /** What no published schema describes is measured in XML only. */
    static Check anything() {
        return answer -> !answer.isEmpty();
    }

    private static Check of(JsonNode schema) {
        var made = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return answer -> made.validate(answer).isEmpty();
    }

    private JsonNode resolved(JsonNode schema) throws IOException {
        if (schema.path("$ref").asString("").endsWith(".json")) {
            return resolved(read(folder.resolve(schema.path("$ref").asString(""))));
        }
        if (schema instanceof ObjectNode object) {
            for (var name : object.propertyNames()) {
                object.set(name, resolved(object.path(name)));
            }
        }
        return schema;
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }
}
