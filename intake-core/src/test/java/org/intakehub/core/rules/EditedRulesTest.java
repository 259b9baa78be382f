package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Matters;
import org.intakehub.core.rules.RuleSource.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedRulesTest {
    private static final String KEYWORDS = "category,pattern,weight,where,excludes\n0207,萤火虫灯,5,both,\n";

    @TempDir
    private Path city;

    @Test
    void anEditedFileTakesThePlaceOfTheDirectorysWhichTakesThatOfTheShipped() throws IOException {
        Files.writeString(city.resolve("keywords.csv"), KEYWORDS.replace("萤火虫灯", "走马灯"));

        RuleSource own = new RuleSource(Optional.of(city), Map.of());
        RuleSource edited = new RuleSource(Optional.of(city), Map.of(RuleFile.KEYWORDS, KEYWORDS));

        assertThat(own.origin(RuleFile.KEYWORDS)).isEqualTo(Origin.DIRECTORY);
        assertThat(own.origin(RuleFile.UNITS)).isEqualTo(Origin.SHIPPED);
        assertThat(edited.origin(RuleFile.KEYWORDS)).isEqualTo(Origin.EDITED);
        assertThat(edited.text(RuleFile.KEYWORDS)).isEqualTo(KEYWORDS);
        assertThat(edited.installed(RuleFile.KEYWORDS)).contains("走马灯");
        assertThat(CityRules.read(edited)
                        .classifier()
                        .classify(Matters.of("萤火虫灯坏了", ""))
                        .category())
                .contains(new CategoryCode("0207"));
    }

    @Test
    void whoTakesOtherRulesOverAnswersByThemAtOnce() {
        CityRules rules = CityRules.shipped();
        assertThat(rules.classifier().classify(Matters.of("萤火虫灯坏了", "")).category())
                .isEmpty();

        rules.adopt(CityRules.read(new RuleSource(Optional.empty(), Map.of(RuleFile.KEYWORDS, KEYWORDS))));

        assertThat(rules.classifier().classify(Matters.of("萤火虫灯坏了", "")).category())
                .contains(new CategoryCode("0207"));
    }

    @Test
    void oneMoreCategoryLeavesTheShippedModelAndTheMapInForce() {
        RuleSource shipped = new RuleSource(Optional.empty(), Map.of());
        CityRules rules = CityRules.read(new RuleSource(
                Optional.empty(),
                Map.of(
                        RuleFile.CATEGORIES,
                        shipped.text(RuleFile.CATEGORIES) + "0398,萤火虫,市容环卫\n",
                        RuleFile.DIVISIONS,
                        shipped.text(RuleFile.DIVISIONS) + "340181999,新街道,URBAN,,\n")));

        var matter = Matters.of("路灯不亮", "小区门口的路灯一周不亮，晚上出行不安全。");
        assertThat(rules.category(new CategoryCode("0398"))).isPresent();
        assertThat(rules.classifier().classify(matter))
                .isEqualTo(CityRules.shipped().classifier().classify(matter));
        assertThat(rules.map().tiles()).isNotEmpty();
    }

    @Test
    void whatNoLongerFitsElsewhereIsNamedWithFileLineAndColumn() {
        String categories = new RuleSource(Optional.empty(), Map.of())
                .text(RuleFile.CATEGORIES)
                .lines()
                .filter(line -> !line.startsWith("0302,"))
                .reduce("", (text, line) -> text + line + "\n");

        InvalidRules invalid = catchThrowableOfType(
                InvalidRules.class,
                () -> CityRules.read(new RuleSource(Optional.empty(), Map.of(RuleFile.CATEGORIES, categories))));

        assertThat(invalid.found()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("keywords.csv");
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isEqualTo("category");
            assertThat(problem.what()).isEqualTo("category \"0302\" is no category; expected a code of categories.csv");
        });
    }

    @Test
    void namesTheColumnOfARepeatedWord() {
        InvalidRules invalid = catchThrowableOfType(
                InvalidRules.class,
                () -> CityRules.read(
                        new RuleSource(Optional.empty(), Map.of(RuleFile.KEYWORDS, KEYWORDS + "0207,萤火虫灯,3,both,\n"))));

        assertThat(invalid.found())
                .containsExactly(new RuleProblem(
                        "keywords.csv", 3, "pattern", "\"萤火虫灯\" stands for the same in line 2; expected once"));
    }
}
