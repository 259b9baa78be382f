package org.intakehub.core.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageRulesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T01:00:00Z");
    private static final String PHOENIX_HILL = "340181004";
    private static final OutageRules RULES = CityRules.shipped().outages();
    private static final OutageScope WHOLE_STREET =
            new OutageScope(OutageKind.WATER, BEGIN, Set.of(PHOENIX_HILL), List.of());
    private static final OutageScope ONE_ESTATE =
            new OutageScope(OutageKind.WATER, BEGIN, Set.of(PHOENIX_HILL), List.of("柳岸晴川小区"));

    private static ToldMatter told(String text, String category, String division) {
        return new ToldMatter(
                new Matter(
                        "",
                        text,
                        new PlaceHint(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        Confidentiality.NORMAL,
                        Optional.empty()),
                List.of(category),
                Optional.of(division).filter(code -> !code.isEmpty()),
                BEGIN.plusSeconds(60));
    }

    @Test
    void whoTellsItInTheStreetIsOneOfTheOutages() {
        var match = RULES.match(WHOLE_STREET, told("早上起来家里没水，什么时候恢复？", "0201", PHOENIX_HILL));
        assertThat(match).hasValueSatisfying(found -> {
            assertThat(found.sure()).isTrue();
            assertThat(found.signs())
                    .containsExactly(
                            new Sign(Sign.What.CATEGORY, "0201"),
                            new Sign(Sign.What.WORDS, "没水"),
                            new Sign(Sign.What.DIVISION, PHOENIX_HILL));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"水费太高，怎么算的？", "自来水发黄，有异味", "要求安装一户一表", "干部没水平"})
    void whatIsNotAboutTheInterruptionIsNoneOfIt(String text) {
        assertThat(RULES.match(WHOLE_STREET, told(text, "0201", PHOENIX_HILL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WATER,   0201, 小区停水半天了",
        "POWER,   0202, 家里停电，冰箱里的东西都坏了",
        "GAS,     0203, 天然气突然停了，没法做饭",
        "HEATING, 0203, 暖气一点都不热",
        "NETWORK, 0204, 宽带断了两天，上不了网",
        "ROAD,    0206, 门口的路封闭施工，只能绕行"
    })
    void eachKindIsToldByItsOwnWords(OutageKind kind, String category, String text) {
        for (var other : OutageKind.values()) {
            var outage = new OutageScope(other, BEGIN, Set.of(PHOENIX_HILL), List.of());
            assertThat(RULES.match(outage, told(text, category, PHOENIX_HILL)).isPresent())
                    .as(other.name())
                    .isEqualTo(other == kind);
        }
    }

    @Test
    void anotherStreetAnotherCategoryAndAnEarlierTimeAreNoneOfIt() {
        assertThat(RULES.match(WHOLE_STREET, told("停水了", "0201", "340181002"))).isEmpty();
        assertThat(RULES.match(WHOLE_STREET, told("停水了", "0201", ""))).isEmpty();
        assertThat(RULES.match(WHOLE_STREET, told("停水了", "0603", PHOENIX_HILL))).isEmpty();
        var earlier = told("停水了", "0201", PHOENIX_HILL);
        assertThat(RULES.match(
                        WHOLE_STREET,
                        new ToldMatter(
                                earlier.matter(), earlier.categories(), earlier.division(), BEGIN.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void ofOneEstateOnlyThatIsAnsweredWhichIsNamed() {
        assertThat(RULES.match(ONE_ESTATE, told("柳岸 晴川小区三栋停水", "0201", ""))).hasValueSatisfying(found -> {
            assertThat(found.sure()).isTrue();
            assertThat(found.signs()).contains(new Sign(Sign.What.PLACE, "柳岸晴川小区"));
        });
        assertThat(RULES.match(ONE_ESTATE, told("家里停水了", "0201", PHOENIX_HILL)))
                .hasValueSatisfying(found -> assertThat(found.sure()).isFalse());
        assertThat(RULES.match(ONE_ESTATE, told("金桂花园停水了", "0201", PHOENIX_HILL)))
                .as("another estate")
                .isEmpty();
        assertThat(RULES.match(ONE_ESTATE, told("柳岸晴川小区停水", "0201", "340181002")))
                .as("an estate of the same name elsewhere")
                .isEmpty();
    }

    @Test
    void anOutageReachesSomething() {
        assertThatThrownBy(() -> new OutageScope(OutageKind.GAS, BEGIN, Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
