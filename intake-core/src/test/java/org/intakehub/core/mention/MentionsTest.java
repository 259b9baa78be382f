package org.intakehub.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.intakehub.core.mention.Mention.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    @ParameterizedTest
    @CsvSource({
        "我住在天河街道金码头小区3栋, ESTATE, 金码头小区",
        "位于东风路的碧桂园·时代花园漏水, ESTATE, 碧桂园·时代花园",
        "巢湖市东风路与人民路交叉口, ROAD, 东风路",
        "半汤街道和平大道积水, ROAD, 和平大道",
        "投诉安居物业公司乱收费, COMPANY, 安居物业公司",
        "合肥市宏远建设有限公司拖欠工资, COMPANY, 宏远建设有限公司",
        "联系电话139-0000-1234请回电, PHONE, 13900001234",
        "座机0551-82345678无人接, PHONE, 055182345678",
        "交了1.5万元定金, AMOUNT, 15000",
        "'每月扣我1,200元', AMOUNT, 1200",
        "退了300块钱, AMOUNT, 300"
    })
    void findsWhatIsNamed(String text, Kind kind, String value) {
        assertThat(of(kind, text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "我们小区停电了, ESTATE",
        "这个小区没有路灯, ESTATE",
        "这条路坑坑洼洼, ROAD",
        "马路边上没有护栏, ROAD",
        "在步行街摆摊, ROAD",
        "他们公司不发工资, COMPANY",
        "工单 20261123000001 一直没有回复, PHONE",
        "门口有3块地砖松动, AMOUNT"
    })
    void findsNoNameInCommonWords(String text, Kind kind) {
        assertThat(of(kind, text)).isEmpty();
    }

    @Test
    void tellsWhereEachStandsInTheOrderOfTheText() {
        var text = "东风路的金码头小区欠费500元";

        assertThat(Mentions.in(text))
                .extracting(mention -> text.substring(mention.begin(), mention.end()))
                .containsExactly("东风路", "金码头小区", "500元");
    }

    @Test
    void keepsTheNamesOutOfItsOwnWords() {
        assertThat(Mentions.in("电话13900001234").toString()).doesNotContain("1390");
    }

    private static List<String> of(Kind kind, String text) {
        return Mentions.in(text).stream()
                .filter(mention -> mention.kind() == kind)
                .map(Mention::value)
                .toList();
    }
}
