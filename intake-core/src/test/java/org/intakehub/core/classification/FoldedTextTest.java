package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void makesWidthCaseAndBlanksAlike() {
        assertThat(FoldedText.fold("ＫＴＶ 很\u3000吵，５Ｇ")).isEqualTo("ktv很吵,5g");
    }

    @Test
    void joinsAWordThatALineEndCutsInTwo() {
        assertThat(FoldedText.fold("小区的垃\r\n圾成堆")).isEqualTo("小区的垃圾成堆");
    }

    @Test
    void keepsAnEmptyLineAsTheEndOfASentence() {
        FoldedText text = FoldedText.of("第一段\n\n第二段");

        assertThat(text.isBrokenBetween(0, text.length())).isTrue();
        assertThat(text.isBrokenBetween(0, 3)).isFalse();
    }

    @Test
    void endsASentenceAtFullWidthSigns() {
        assertThat(FoldedText.of("气死了！以后呢").isBrokenBetween(0, 6)).isTrue();
        assertThat(FoldedText.of("气死了，以后呢").isBrokenBetween(0, 6)).isFalse();
    }

    @Test
    void looksForAWordOutsideTheTextWithoutFailing() {
        FoldedText text = FoldedText.of("请城管局");

        assertThat(text.isAt(0, "请")).isTrue();
        assertThat(text.isAt(-1, "请")).isFalse();
        assertThat(text.isAt(3, "局长")).isFalse();
    }
}
