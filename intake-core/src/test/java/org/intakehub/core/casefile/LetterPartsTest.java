package org.intakehub.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPartsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "市长您好：\n一、东风路的路灯坏了。\n二、小区门口垃圾没人清。",
                "市长您好：\n1. 东风路的路灯坏了。\n2. 小区门口垃圾没人清。",
                "市长您好：\n（1）东风路的路灯坏了。\n（2）小区门口垃圾没人清。",
                "市长您好：\n　　第一，东风路的路灯坏了。\n　　第二，小区门口垃圾没人清。"
            })
    void numberedMattersAreToldApartAndTheSalutationStaysWithTheFirst(String letter) {
        var parts = LetterParts.of(letter);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0)).startsWith("市长您好").endsWith("路灯坏了。");
        assertThat(parts.get(1)).contains("垃圾没人清").doesNotContain("路灯");
    }

    @ParameterizedTest
    @ValueSource(strings = {"东风路的路灯坏了，3.5米高的那盏。", "一、只有一件事：东风路的路灯坏了。", "", "面积\n3.5亩\n4.2亩"})
    void whatNumbersNothingStaysWhole(String letter) {
        assertThat(LetterParts.of(letter)).containsExactly(letter);
    }

    @Test
    void nothingIsLostOnTheWay() {
        var letter = "您好\n1、路灯坏了一个星期\n还是没人修\n2、垃圾三天没有清\n3、楼上太吵睡不着";
        assertThat(String.join("\n", LetterParts.of(letter))).isEqualTo(letter);
    }
}
