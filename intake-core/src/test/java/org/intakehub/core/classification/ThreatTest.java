package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreatTest {
    private static final Classifier CLASSIFIER = CityRules.shipped().classifier();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "柘皋镇一男子酒后来电，说要打死自己的儿子",
                "来电人喝醉了，称要伤害自己的儿子，请马上派人去",
                "醉汉在电话里说今晚就弄死他儿子，扬言谁劝都没用",
                "再不给钱我就从楼顶跳楼",
                "如果不解决，我只能喝农药了",
                "我已经不想活了，活着没意思",
                "明天不退钱，我们就去堵路",
                "再不发工资，工人们准备拉横幅围堵项目部",
                "不给说法就同归于尽",
                "他扬言要砍死邻居一家",
                "逼得我们只有去跳河了",
                "再拖下去我就点火烧了售楼部",
                "业主们商量好要集体上访，打算堵大门",
                "我要杀了那个包工头",
                "被逼得要自杀，遗书已经写好",
                "不处理的话我们将进京上访"
            })
    void alarms(String text) {
        Classification classification = CLASSIFIER.classify(Matters.of("", text));

        assertThat(classification.threat()).isTrue();
        assertThat(classification.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(classification.sure()).isTrue();
        assertThat(classification.reasons()).anyMatch(reason -> reason.startsWith("threat: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "业主",
                "我们",
                "气死我了，物业电话永远打不通",
                "楼上装修吵得要命",
                "商场门口喇叭整天喊跳楼价，太吵",
                "全场跳楼大甩卖，广播从早放到晚",
                "热死了，公交车空调不开",
                "笑死人了，修一条路修了三年",
                "我们业主要求公开物业账目",
                "累得要死，天天加班到十点",
                "公园里的广场舞吵死了",
                "小区蚊子多，请来打药杀死蚊虫",
                "工地打桩把人吵死了",
                "请问自杀式维修是什么意思",
                "去年工地有人坠楼死亡，至今没有说法",
                "油炸了一天的臭豆腐，烟味很大",
                "孩子拼命学习还是没有学位",
                "门口摊贩聚集，出行不便",
                "我要投诉这家健身房不退卡",
                "这条路要人命，坑太多",
                "路口差点撞死人，请装红绿灯",
                "希望领导去北京路看看积水",
                "我打死也不会再去这家饭店",
                "他要炸油条，店里油烟很大"
            })
    void staysCalm(String text) {
        assertThat(CLASSIFIER.classify(Matters.of("", text)).threat()).isFalse();
    }
}
