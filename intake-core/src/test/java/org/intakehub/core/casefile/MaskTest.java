package org.intakehub.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "13900001234, 139****1234",
        "+8613900001234, +86*******1234",
        "0551-6234567, 055*****4567",
        "6234567, *****67",
        "110, **0",
        "xiaoyu@example.org, x***@example.org",
        "34018119900101123X, 340***********123X"
    })
    void leavesWhatTellsOneFromAnother(String contact, String masked) {
        assertThat(Mask.of(contact)).isEqualTo(masked);
        assertThat(Mask.text(masked)).as("once more").isEqualTo(masked);
    }

    @Test
    void findsNumbersAndAddressesInAText() {
        assertThat(Mask.text("电话13900005678、139 0000 5678，身份证34018119900101123X，邮箱a.b@example.org。"))
                .isEqualTo("电话139****5678、139******5678，身份证340***********123X，邮箱a***@example.org。");
    }

    @Test
    void leavesDatesNumbersOfCasesPlacesAndOfficialLinesAlone() {
        var text = "编号 340181-20261123-000017，11 月 23 日修复，区划 340181004，咨询 0551-82391580，12345。";
        assertThat(Mask.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的电话是1390000", "我的电话是139 0000 12", "00001234是我的电话", "邮箱是xiaoyu@exam", "证号3401811990"})
    void hidesWhatACutLeftOfANumberOrAnAddress(String piece) {
        assertThat(Mask.excerpt(piece)).contains("…").doesNotContain("0000", "xiaoyu", "1990");
    }

    @Test
    void keepsAPieceThatWasCutElsewhere() {
        assertThat(Mask.excerpt("2026-11-23 起 12 号楼停水，电话13900005678")).isEqualTo("2026-11-23 起 12 号楼停水，电话139****5678");
    }
}
