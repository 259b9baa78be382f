package org.intakehub.gateway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
    private final Json json = new Json(JsonMapper.shared());

    @Test
    void keepsWhatTheDatabaseCanHold() {
        assertThat(Json.storable("留言 🚲 \t\n")).isEqualTo("留言 🚲 \t\n");
        assertThat(Json.storable("")).isEmpty();
    }

    @Test
    void replacesWhatItCannot() {
        assertThat(Json.storable("a\0b")).isEqualTo("a\ufffdb");
        assertThat(Json.storable("a\ud83d")).isEqualTo("a\ufffd");
        assertThat(Json.storable("\udeb2b")).isEqualTo("\ufffdb");
        assertThat(Json.storable("\udeb2\ud83d🚲")).isEqualTo("\ufffd\ufffd🚲");
    }

    @Test
    void writesNoNul() {
        assertThat(json.write(Map.of("a", "x\0y"))).isEqualTo("{\"a\":\"x\\ufffdy\"}");
    }

    @Test
    void leavesATextAloneThatOnlySpeaksOfNul() {
        var text = "\\u0000 and \\\\u0000";
        assertThat(json.texts(json.write(Map.of("a", text)))).containsEntry("a", text);
    }
}
