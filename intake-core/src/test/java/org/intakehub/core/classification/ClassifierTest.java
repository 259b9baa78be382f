package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
    private static final Classifier CLASSIFIER = CityRules.shipped().classifier();

    @ParameterizedTest
    @CsvSource({
        "CONSULTATION, 请问生育津贴怎么申请，需要什么材料？",
        "HELP, 家里进水了，请求帮助，希望解决",
        "COMPLAINT, 我要投诉这家店，态度恶劣，严重影响居民",
        "REPORT, 实名举报某村干部侵吞扶贫款",
        "SUGGESTION, 建议在滨湖大道增设公交站",
        "PRAISE, 表扬公交司机拾金不昧，特此感谢"
    })
    void tellsWhatTheCitizenWants(AppealType type, String text) {
        assertThat(CLASSIFIER.classify(Matters.of("", text)).appealType()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"ROUTINE, 请问社保卡怎么补办", "EXPEDITED, 小区停水两天了", "URGENT, 楼道里燃气泄漏，味道很大", "CRITICAL, 有人落水，快来人"})
    void tellsHowPressingItIs(Urgency urgency, String text) {
        assertThat(CLASSIFIER.classify(Matters.of("", text)).urgency()).isEqualTo(urgency);
    }

    @Test
    void takesNoAlarmFromAnOldStoryFarDown() {
        String text = "想问一下公园什么时候开放。".repeat(30) + "十年前这里发生过火灾。";

        assertThat(CLASSIFIER.classify(Matters.of("", text)).urgency()).isEqualTo(Urgency.ROUTINE);
    }

    @ParameterizedTest
    @CsvSource({
        "340181110, 坝镇镇街上垃圾多",
        "340181110, 坝镇一户人家",
        "340181111, 庙岗乡的路不好走",
        "340181102, 柘皋老街的路灯",
        "340181103, 白牡山村没有自来水",
        "340181004, 凤凰山街道某小区",
        "340181006, 半汤温泉附近停车难"
    })
    void findsTheDivisionByItsNames(String code, String text) {
        assertThat(CLASSIFIER.classify(Matters.of("", text)).division().map(Division::code))
                .contains(code);
    }

    @Test
    void believesTheCodeOfTheChannelFirst() {
        Classification classification = CLASSIFIER.classify(Matters.at("340181102003", "凤凰山街道", "凤凰山街道的事"));

        assertThat(classification.division().map(Division::name)).contains("柘皋镇");
        assertThat(classification.area()).isEqualTo(AreaKind.TOWNSHIP);
    }

    @Test
    void understandsAFormerCode() {
        assertThat(CLASSIFIER
                        .classify(Matters.at("340181200", "", ""))
                        .division()
                        .map(Division::name))
                .contains("庙岗镇");
    }

    @Test
    void fallsBackOnNamesWhenTheCodeIsAnothersOrTooShort() {
        assertThat(CLASSIFIER
                        .classify(Matters.at("340181", "", "夏阁镇的桥"))
                        .division()
                        .map(Division::name))
                .contains("夏阁镇");
        assertThat(CLASSIFIER
                        .classify(Matters.at("110101001", "", "夏阁镇的桥"))
                        .division()
                        .map(Division::name))
                .contains("夏阁镇");
    }

    @Test
    void believesTheAddressMoreThanTheText() {
        assertThat(CLASSIFIER
                        .classify(Matters.atAddress("巢湖市槐林镇某路", "", "我是烔炀镇人，在这边打工"))
                        .division()
                        .map(Division::name))
                .contains("槐林镇");
    }

    @Test
    void knowsNoPlaceWhereNoneIsNamed() {
        assertThat(CLASSIFIER.classify(Matters.of("", "楼下路灯坏了")).division()).isEmpty();
    }

    @Test
    void protectsWhoeverReports() {
        assertThat(CLASSIFIER.classify(Matters.of("实名举报", "某厂偷排污水")).confidentiality())
                .isEqualTo(Confidentiality.WHISTLEBLOWER);
    }

    @ParameterizedTest
    @CsvSource({"请保密", "希望不要透露我的姓名", "怕报复，所以不敢留电话"})
    void keepsASecretOnRequest(String text) {
        assertThat(CLASSIFIER.classify(Matters.of("", "楼上太吵，" + text)).confidentiality())
                .isEqualTo(Confidentiality.ON_REQUEST);
    }

    @Test
    void neverLowersConfidentiality() {
        assertThat(CLASSIFIER
                        .classify(Matters.with(Confidentiality.SENSITIVE, "", "请保密，路灯坏了"))
                        .confidentiality())
                .isEqualTo(Confidentiality.SENSITIVE);
        assertThat(CLASSIFIER
                        .classify(Matters.with(Confidentiality.PUBLIC, "", "路灯坏了"))
                        .confidentiality())
                .isEqualTo(Confidentiality.PUBLIC);
    }

    @Test
    void namesTheUnitThatAConfidentialMatterIsAbout() {
        assertThat(CLASSIFIER.classify(Matters.of("举报", "我要举报，柘皋镇政府某干部收受好处")).accused())
                .containsExactly("zhegao");
        assertThat(CLASSIFIER
                        .classify(Matters.naming("巢湖市城市管理局", "实名举报", "收黑钱"))
                        .accused())
                .containsExactly("chengguan");
    }

    @Test
    void namesTheUnitOfAnOfficialWhoIsReported() {
        assertThat(CLASSIFIER.classify(Matters.of("举报", "我要举报柘皋镇副镇长收受好处")).accused())
                .containsExactly("zhegao");
    }

    @Test
    void doesNotAccuseAUnitThatIsAskedToAct() {
        assertThat(CLASSIFIER.classify(Matters.of("举报", "我要举报一家黑作坊，请市场监管局查处")).accused())
                .isEmpty();
    }

    @Test
    void accusesNobodyInAnOpenMatter() {
        assertThat(CLASSIFIER.classify(Matters.of("", "打城管局电话没人接，摊贩还在占道")).accused())
                .isEmpty();
    }

    @Test
    void showsNoWordOfTheMatter() {
        assertThat(Matters.atAddress("某路八号", "标题甲", "内容乙").toString()).doesNotContain("某路", "标题甲", "内容乙");
    }

    @Test
    void readsAMebibyteInTimeLinearInItsLength() {
        String sentence = "我要跳楼价的物业费垃圾承重墙柘皋镇请保密举报停电";
        String text = sentence.repeat((1 << 20) / sentence.length());

        assertThat(Optional.of(System.nanoTime())
                        .map(start -> {
                            CLASSIFIER.classify(Matters.of("", text));
                            return Duration.ofNanos(System.nanoTime() - start);
                        })
                        .orElseThrow())
                .isLessThan(Duration.ofSeconds(5));
    }
}
