package org.intakehub.core.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.intakehub.core.similar.Entities.Entity;
import org.intakehub.core.similar.Entities.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {
    private static String in(String text) {
        return Entities.in(text).stream()
                .map(entity -> entity.kind() + " " + entity.words())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "卧牛山街道栖霞小区82号楼顶漏水; ESTATE 栖霞小区",
                "我家住在碧桂花园，物业费太高; ESTATE 碧桂花园",
                "东风路的路灯坏了; ROAD 东风路",
                "东风路路灯不亮; ROAD 东风路",
                "从长江中路到健康东路堵车; 'ROAD 长江中路, ROAD 健康东路'",
                "安徽华建房地产有限公司拖欠工资3.5万元; 'COMPANY 安徽华建房地产有限公司, AMOUNT 3.5万元'",
                "请打13900001234或0551-82312345; 'PHONE 13900001234, PHONE 0551-82312345'",
                "押金2000块钱不退; AMOUNT 2000块钱"
            })
    void findsWhatATextNames(String text, String named) {
        assertThat(in(text)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"小区门口的马路坏了", "路灯不亮，路面有坑", "高速公路收费", "编号139000012345678", "楼下有5块砖"})
    void findsNothingInCommonWords(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void tellsEachOnceAndNoMoreThanTwenty() {
        assertThat(Entities.in("栖霞小区".repeat(50))).containsExactly(new Entity(Kind.ESTATE, "栖霞小区"));
        var many = new StringBuilder();
        for (var number = 0; number < 40; number++) {
            many.append("交了").append(number).append("元，");
        }
        assertThat(Entities.in(many.toString())).hasSize(20);
    }

    @Test
    void itsWordsStayOutOfLogs() {
        assertThat(Entities.in("栖霞小区漏水").toString()).doesNotContain("栖霞");
    }
}
