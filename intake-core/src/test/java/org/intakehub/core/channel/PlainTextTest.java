package org.intakehub.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void givesEachParagraphALine() {
        assertThat(PlainText.ofHtml("<p>您好：</p><p>路灯&nbsp;不亮。<br>请维修。</p><script>x()</script>"))
                .isEqualTo("您好：\n路灯 不亮。\n请维修。");
    }

    @Test
    void leavesTextThatIsNoHtml() {
        assertThat(PlainText.ofHtml("  第一行\r\n第二行 \u0000")).isEqualTo("第一行\n第二行");
    }

    @Test
    void keepsASignThatBeginsNoTag() {
        assertThat(PlainText.ofHtml("价格<b级 & 以下")).isEqualTo("价格<b级 & 以下");
    }

    @Test
    void dropsHalfACharacterAndKeepsAWholeOne() {
        assertThat(PlainText.ofHtml("灯\ud83d 亮\ud83d\ude00")).isEqualTo("灯 亮\ud83d\ude00");
    }

    @Test
    void joinsLines() {
        assertThat(PlainText.line("<b>路灯\n</b>不亮 ")).isEqualTo("路灯 不亮");
    }
}
