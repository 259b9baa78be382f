package org.intakehub.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VeilTest {
    private final Veil drawn = new Veil(true, Stream.of("王小明", null, "13900001234", " "));

    @Test
    void coversTheCitizenWhereverHeIsNamed() {
        assertThat(drawn.text("我是王小明，电话13900001234，王小明敬上"))
                .isEqualTo("我是" + Veil.COVER + "，电话" + Veil.COVER + "，" + Veil.COVER + "敬上");
        assertThat(drawn.field("anything")).isEqualTo(Veil.COVER);
        assertThat(drawn.field(null)).isNull();
    }

    @Test
    void leavesEverythingWhenTheReaderMayKnow() {
        var open = new Veil(false, Stream.of("王小明"));
        assertThat(open.text("王小明")).isEqualTo("王小明");
        assertThat(open.field("王小明")).isEqualTo("王小明");
    }
}
