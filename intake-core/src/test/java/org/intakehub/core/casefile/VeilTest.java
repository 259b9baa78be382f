package org.intakehub.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void masksHowHeIsReachedAndShowsWhoHeIs() {
        var masking = Veil.masking(Stream.of("0551-6234567", null, "110", "34018119900101123X"));
        assertThat(masking.text("我是王小明，电话0551-6234567或13900001234，已打110，咨询0551-82391580"))
                .isEqualTo("我是王小明，电话055*****4567或139****1234，已打110，咨询0551-82391580");
        assertThat(masking.field("王小明")).isEqualTo("王小明");
        assertThat(masking.contact("110")).isEqualTo("**0");
        assertThat(masking.contacts(List.of("13900001234"))).containsExactly("139****1234");
        assertThat(masking.trail("<a-1@example.org>")).isEqualTo("<a-1@example.org>");
        assertThat(masking.isDrawn()).isFalse();
    }

    @Test
    void leavesEverythingWhenTheReaderMayKnow() {
        var open = new Veil(false, Stream.of("王小明"));
        assertThat(open.text("王小明")).isEqualTo("王小明");
        assertThat(open.field("王小明")).isEqualTo("王小明");
    }
}
