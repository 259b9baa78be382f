package org.intakehub.core.similar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void findsEstatesRoadsAndCompanies() {
        assertThat(Names.in(EvenText.of("我住在柳岸晴川小区，长江中路的宏盛物业不管"))).contains("柳岸晴川小区", "长江中路", "宏盛物业");
        assertThat(Names.in(EvenText.of("朝阳路"))).containsExactly("朝阳路");
    }

    @Test
    void leavesTheWordsOfTheSentenceOut() {
        assertThat(Names.in(EvenText.of("请问在朝阳路"))).containsExactly("朝阳路");
    }

    @Test
    void evensOutWidthCaseSignsAndNumerals() {
        assertThat(EvenText.of("Ａ３区　柳岸晴川·二期、八栋!")).isEqualTo("a3区 柳岸晴川 2期 8栋");
        assertThat(EvenText.of("万一下雨")).isEqualTo("万一下雨");
    }
}
