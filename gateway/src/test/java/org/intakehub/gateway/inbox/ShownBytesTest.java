package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class ShownBytesTest {
    @Test
    void readsBothWaysInWhichChineseIsWritten() {
        assertThat(ShownBytes.asText("路灯".getBytes(UTF_8))).isEqualTo("路灯");
        assertThat(ShownBytes.asText("路灯".getBytes(Charset.forName("GB18030")))).isEqualTo("路灯");
    }

    @Test
    void showsNothingThatHidesOrTurnsText() {
        assertThat(ShownBytes.asText("a\u0007b\u202ec\u0000\td\r\ne".getBytes(UTF_8)))
                .isEqualTo("a\ufffdb\ufffdc\ufffd\td\ne");
    }

    @Test
    void cutsInTheMiddleOfACharacterWithoutLosingTheRest() {
        var bytes = ("x" + "路".repeat(ShownBytes.MOST / 3 + 10)).getBytes(UTF_8);
        assertThat(ShownBytes.asText(bytes)).startsWith("x路路").endsWith("路");
    }
}
