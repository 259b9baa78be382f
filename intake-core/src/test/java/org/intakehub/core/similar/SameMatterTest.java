package org.intakehub.core.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.similar.Verdict.Decision;
import org.intakehub.core.similar.Verdict.Kind;
import org.junit.jupiter.api.Test;

class SameMatterTest {
    private static final Fingerprints FINGERPRINTS = new Fingerprints(GramWeights.shipped());
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final String LIGHTS = "柳岸晴川小区二期8栋楼下的路灯已经坏了两个星期，晚上一片漆黑，老人孩子出门都不安全，希望尽快派人维修。";
    private static final String LIGHTS_AGAIN = "柳岸晴川小区2期8栋门口路灯不亮半个月了，夜里黑漆漆的，老人摔了一跤，请赶快维修路灯。";
    private static final String NOISE = "金桂雅苑旁边的工地每天夜里施工到两点，打桩机的噪音让全家无法入睡，请城管部门制止夜间施工。";

    @Test
    void suggestsAnotherCitizensWordsOnTheSameMatterAndSaysWhy() {
        var verdict = SameMatter.judge(telling("路灯不亮", LIGHTS, "one"), telling("小区路灯坏了", LIGHTS_AGAIN, "two"));
        assertThat(verdict.decision()).isEqualTo(Decision.SUGGEST);
        assertThat(verdict.reasons())
                .extracting(Verdict.Reason::kind)
                .contains(Kind.SAME_NAME, Kind.SAME_WORDS, Kind.NEAR_TIME);
    }

    @Test
    void joinsTheSameCitizensWordsOnTheSameMatter() {
        var verdict = SameMatter.judge(telling("路灯不亮", LIGHTS, "one"), telling("小区路灯坏了", LIGHTS_AGAIN, "one"));
        assertThat(verdict.decision()).isEqualTo(Decision.AUTOMATIC);
    }

    @Test
    void leavesTheSameCitizensOtherMatterAlone() {
        var verdict = SameMatter.judge(telling("路灯不亮", LIGHTS, "one"), telling("夜间施工", NOISE, "one"));
        assertThat(verdict.decision()).isEqualTo(Decision.NONE);
    }

    @Test
    void joinsTheVerySameTextOfAnotherCitizen() {
        var verdict = SameMatter.judge(telling("路灯", LIGHTS, "one"), telling("路灯", LIGHTS.replace("，", ", "), "two"));
        assertThat(verdict.decision()).isEqualTo(Decision.AUTOMATIC);
        assertThat(verdict.score()).isEqualTo(1);
    }

    @Test
    void neverJoinsATextThatNamesAnotherEstateBuildingOrPhase() {
        for (var other :
                new String[] {LIGHTS.replace("柳岸晴川", "金桂雅苑"), LIGHTS.replace("8栋", "9栋"), LIGHTS.replace("二期", "三期")}) {
            assertThat(SameMatter.judge(telling("路灯", LIGHTS, "one"), telling("路灯", other, "one"))
                            .decision())
                    .as(other)
                    .isNotEqualTo(Decision.AUTOMATIC);
        }
    }

    @Test
    void neverJoinsTheSameTextFromAnotherPlace() {
        var here = placed("one", "340181001", 117.86, 31.60);
        assertThat(SameMatter.judge(here, placed("one", "340181105", 117.86, 31.60))
                        .decision())
                .isEqualTo(Decision.SUGGEST);
        assertThat(SameMatter.judge(here, placed("one", "340181001", 117.95, 31.60))
                        .decision())
                .isEqualTo(Decision.SUGGEST);
        assertThat(SameMatter.judge(here, placed("one", "340181001", 117.8601, 31.60))
                        .decision())
                .isEqualTo(Decision.AUTOMATIC);
    }

    @Test
    void doesNothingByItselfWhereSomebodyHasToBeKeptSecret() {
        var open = telling("路灯", LIGHTS, "one");
        var secret =
                new Telling(open.fingerprint(), open.citizen(), Optional.empty(), Optional.empty(), open.at(), true);
        assertThat(SameMatter.judge(open, secret).decision()).isEqualTo(Decision.SUGGEST);
        assertThat(SameMatter.judge(secret, open).decision()).isEqualTo(Decision.SUGGEST);
    }

    @Test
    void aFewSameWordsAreNoVerySameText() {
        var verdict = SameMatter.judge(telling("", "请尽快处理", "one"), telling("", "请尽快处理", "two"));
        assertThat(verdict.decision()).isNotEqualTo(Decision.AUTOMATIC);
    }

    @Test
    void tellingsOfOneMatterShareKeysAndOthersDoNot() {
        var lights = FINGERPRINTS.of("路灯", LIGHTS).keys();
        assertThat(lights).hasSizeLessThanOrEqualTo(12);
        assertThat(FINGERPRINTS.of("小区路灯坏了", LIGHTS_AGAIN).keys()).containsAnyElementsOf(lights);
        assertThat(FINGERPRINTS.of("夜间施工", NOISE).keys()).doesNotContainAnyElementsOf(lights);
    }

    @Test
    void showsNoWordOfTheCitizen() {
        assertThat(telling("路灯", LIGHTS, "13905650000").toString())
                .doesNotContain("柳岸")
                .doesNotContain("1390565");
    }

    @Test
    void readsAnEmptyAndAnEndlessText() {
        var empty = telling("", "", "one");
        var endless = telling("灯", LIGHTS.repeat(5000), "two");
        assertThat(SameMatter.judge(empty, endless).decision()).isEqualTo(Decision.NONE);
        assertThat(SameMatter.judge(empty, telling("", "", "two")).decision()).isEqualTo(Decision.NONE);
    }

    private static Telling telling(String title, String text, String citizen) {
        return new Telling(
                FINGERPRINTS.of(title, text), Set.of(citizen), Optional.empty(), Optional.empty(), MONDAY, false);
    }

    private static Telling placed(String citizen, String division, double longitude, double latitude) {
        return new Telling(
                FINGERPRINTS.of("路灯", LIGHTS),
                Set.of(citizen),
                Optional.of(division),
                Optional.of(new Coordinates(longitude, latitude, ReferenceSystem.WGS84)),
                MONDAY,
                false);
    }
}
