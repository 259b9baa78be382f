package org.intakehub.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {
    @TempDir
    Path folder = Path.of("target");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("things.json"), "{\"type\":\"array\",\"items\":{\"$ref\":\"thing.json\"}}");
        Files.writeString(
                folder.resolve("thing.json"), "{\"required\":[\"id\"],\"properties\":{\"id\":{\"type\":\"string\"}}}");
        Files.writeString(
                folder.resolve("swagger.json"),
                "{\"definitions\":{\"Thing\":{\"properties\":{\"id\":{\"type\":\"string\"}}}}}");
    }

    @Test
    void followsReferencesToOtherFiles() throws IOException {
        var things = new Schemas(folder).file("things.json");
        assertThat(things.accepts(tree("[{\"id\":\"1\"}]"))).isTrue();
        assertThat(things.accepts(tree("[{\"id\":1}]"))).isFalse();
        assertThat(things.accepts(tree("[{}]"))).isFalse();
        assertThat(things.accepts(tree("{}"))).isFalse();
    }

    @Test
    void wantsAtLeastOneOfWhatADocumentDefines() throws IOException {
        var things = new Schemas(folder).listOf(folder.resolve("swagger.json"), "Thing");
        assertThat(things.accepts(tree("[{\"id\":\"1\"}]"))).isTrue();
        assertThat(things.accepts(tree("[{\"id\":null}]"))).isFalse();
        assertThat(things.accepts(tree("[]"))).isFalse();
    }

    @Test
    void knowsErrorsByTheirShape() {
        assertThat(Schemas.errors().accepts(tree("[{\"code\":\"404\",\"description\":\"x\"}]")))
                .isTrue();
        assertThat(Schemas.errors().accepts(tree("[{\"code\":\"404\"}]"))).isFalse();
        assertThat(Schemas.errors().accepts(tree("{\"status\":404}"))).isFalse();
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
