package org.intakehub.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.answer.ReviewRule.Answered;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

class AnswerTemplatesTest {
    private static final CityRules CITY = CityRules.shipped();

    private static boolean isAsked(AppealType type, Urgency urgency, Confidentiality confidentiality) {
        return CITY.reviews().isAsked(new Answered("mayor-mailbox", type, urgency, confidentiality));
    }

    @Test
    void aTemplateOfTheCategoryComesBeforeOneOfTheType() {
        var templates = new AnswerTemplates(List.of(
                template("any", Optional.empty(), Optional.empty()),
                template("help", Optional.of(AppealType.HELP), Optional.empty()),
                template("street", Optional.empty(), Optional.of("0302"))));

        assertThat(templates.fitting(AppealType.HELP, Optional.of(new CategoryCode("0302"))))
                .extracting(AnswerTemplate::code)
                .containsExactly("street", "help", "any");
        assertThat(templates.fitting(AppealType.PRAISE, Optional.empty()))
                .extracting(AnswerTemplate::code)
                .containsExactly("any");
    }

    private static AnswerTemplate template(String code, Optional<AppealType> type, Optional<String> category) {
        return new AnswerTemplate(code, type, category, code, "{number}：{result}", List.of("《甲》", "《乙》"));
    }

    @Test
    void namesItsLegalBasisAndLeavesWhatHasNoValue() {
        var filled = template("any", Optional.empty(), Optional.empty()).filled(Map.of("number", "340181-1"));

        assertThat(filled).isEqualTo("340181-1：{result}\n\n依据：《甲》、《乙》");
    }

    @Test
    void theShippedPolicyHoldsBackWhatIsDelicateAndNothingElse() {
        assertThat(isAsked(AppealType.HELP, Urgency.ROUTINE, Confidentiality.NORMAL))
                .isFalse();
        assertThat(isAsked(AppealType.HELP, Urgency.ROUTINE, Confidentiality.SENSITIVE))
                .isTrue();
        assertThat(isAsked(AppealType.REPORT, Urgency.ROUTINE, Confidentiality.NORMAL))
                .isTrue();
        assertThat(isAsked(AppealType.HELP, Urgency.CRITICAL, Confidentiality.NORMAL))
                .isTrue();
    }

    @Test
    void everyShippedTemplateHasAPlaceForTheResult() {
        assertThat(CITY.answers().all())
                .isNotEmpty()
                .allMatch(template -> template.text().contains("{result}"));
    }
}
