package org.intakehub.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicTextTest {
    @Test
    void hidesWhatIsKnownOfTheCitizenAndEveryNumberThatCouldNameSomebody() {
        var text = "周晓雨您好：东风路 12 号的路灯已修好。经办人电话 13900005678、139 0000 5678，身份证 34018119900101123X，邮箱 a.b@example.org。";
        assertThat(PublicText.of(text, List.of("周晓雨", "13900001234")))
                .isEqualTo("***您好：东风路 12 号的路灯已修好。经办人电话 ***、***，身份证 ***，邮箱 ***。");
    }

    @Test
    void leavesDatesNumbersOfCasesAndOfficialLinesAlone() {
        var text = "编号 340181-20261123-000017，11 月 23 日修复，咨询 0551-82391580。";
        assertThat(PublicText.of(text, List.of("", "王"))).isEqualTo(text);
    }
}
