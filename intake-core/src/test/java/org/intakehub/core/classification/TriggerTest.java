package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerTest {
    @Test
    void firesWhereTheWordStands() {
        assertThat(fires(rule("路灯", Where.BOTH), "", "门口路灯坏了")).isTrue();
        assertThat(fires(rule("路灯", Where.BOTH), "", "门口很黑")).isFalse();
    }

    @Test
    void looksOnlyWhereItIsTold() {
        assertThat(fires(rule("路灯", Where.TITLE), "", "路灯坏了")).isFalse();
        assertThat(fires(rule("路灯", Where.TITLE), "路灯", "")).isTrue();
        assertThat(fires(rule("路灯", Where.TEXT), "路灯", "")).isFalse();
    }

    @Test
    void bridgesTwelveCharactersOfOneSentence() {
        WordRule<String> rule = rule("砸*承重墙", Where.BOTH);

        assertThat(fires(rule, "", "他家砸了客厅和厨房之间的承重墙")).isTrue();
        assertThat(fires(rule, "", "砸了门。后来承重墙没动")).isFalse();
        assertThat(fires(rule, "", "砸一二三四五六七八九十一二三承重墙")).isFalse();
        assertThat(fires(rule, "", "承重墙被砸")).isFalse();
    }

    @Test
    void doesNotCountInsideAnExcludedWord() {
        WordRule<String> rule = rule("跳楼", Where.BOTH, "跳楼价");

        assertThat(fires(rule, "", "全场跳楼价")).isFalse();
        assertThat(fires(rule, "", "全场跳楼价，有人要跳楼")).isTrue();
    }

    @Test
    void isSilencedByAnyOtherExcludedWordWhereverItStands() {
        WordRule<String> rule = rule("垃圾", Where.BOTH, "短信");

        assertThat(fires(rule, "垃圾太多", "每天收到短信")).isFalse();
        assertThat(fires(rule, "垃圾太多", "每天都有")).isTrue();
    }

    private static WordRule<String> rule(String pattern, Where where, String... excludes) {
        return new WordRule<>("target", pattern, 1, where, List.of(excludes));
    }

    private static boolean fires(WordRule<String> rule, String title, String text) {
        PhraseIds ids = new PhraseIds();
        Trigger<String> trigger = new Trigger<>(rule, ids);
        PhraseAutomaton automaton = new PhraseAutomaton(ids.phrases());
        return trigger.firesIn(MatterReading.of(Matters.of(title, text), automaton));
    }
}
