package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.learning.Example;
import org.intakehub.core.learning.TextModel;
import org.intakehub.core.learning.Trainer;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

class CategoryModelTest {
    private static final Classifier RULES = CityRules.shipped().classifier();

    @Test
    void staffsDecisionsTurnWhatTheKeywordsSay() {
        Matter matter = Matters.of("", "湖滨大道的观景灯坏了");
        assertThat(RULES.classify(matter).category()).isNotEqualTo(of("0307"));

        Classifier taught = RULES.with(CategoryModel.ofCodes(trained("0307", "0207")));

        assertThat(taught.classify(matter).category()).isEqualTo(of("0307"));
    }

    @Test
    void staffsDecisionsTurnEvenAKeywordThatSpeaksForSomethingElse() {
        Matter matter = Matters.of("湖滨7号观景灯不亮", "观景台很暗");
        assertThat(RULES.classify(matter).category()).isEqualTo(of("0207"));

        Classifier taught = RULES.with(CategoryModel.ofCodes(trained("0307", "0207")));

        assertThat(taught.classify(matter).category()).isEqualTo(of("0307"));
    }

    @Test
    void namesTheLabelAndTheWordsThatSpokeForIt() {
        Classifier taught = RULES.with(
                new CategoryModel(trained("绿化", "照明"), Map.of("绿化", List.of("0307"), "照明", List.of("0207"))));

        Candidate best =
                taught.classify(Matters.of("", "湖滨大道的观景灯坏了")).candidates().get(0);

        assertThat(best.category()).isEqualTo(new CategoryCode("0307"));
        assertThat(best.reasons()).anyMatch(reason -> reason.startsWith("绿化 ") && reason.contains("观景"));
    }

    @Test
    void aLabelMayMeanAWholeFirstLevelAndLeavesTheSecondToTheKeywords() {
        Classifier taught =
                RULES.with(new CategoryModel(trained("绿化", "照明"), Map.of("绿化", List.of("03"), "照明", List.of("02"))));

        assertThat(taught.classify(Matters.of("", "观景灯边上垃圾成堆没人清运")).category()).isEqualTo(of("0301"));
    }

    @Test
    void aCategoryThatNoLabelMeansIsLeftToTheKeywords() {
        Classifier taught = RULES.with(
                new CategoryModel(trained("绿化", "照明"), Map.of("绿化", List.of("0307"), "照明", List.of("0207"))));

        assertThat(taught.classify(Matters.of("拖欠工资", "老板拖欠农民工工资三个月，讨薪无门")).category())
                .isEqualTo(of("0801"));
    }

    private static Optional<CategoryCode> of(String code) {
        return Optional.of(new CategoryCode(code));
    }

    /** Learns that view lights on the promenade are of the first label, and lamps along streets of the second. */
    private static TextModel trained(String first, String second) {
        List<Example> examples = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            examples.add(new Example(RULES.evidence(Matters.of("", "湖滨" + number + "号观景灯不亮了,观景台很暗")), first));
            examples.add(new Example(RULES.evidence(Matters.of("", "人民路" + number + "号路灯不亮了,街上很暗")), second));
        }
        return Trainer.train(examples);
    }
}
