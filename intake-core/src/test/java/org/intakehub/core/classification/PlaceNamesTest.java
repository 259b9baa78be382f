package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of places, those that mislead among them. */
class PlaceNamesTest {
    private static final Classifier CLASSIFIER = CityRules.shipped().classifier();

    @ParameterizedTest
    @CsvSource({
        "中庙街道办事处门口积水, 340181001",
        "中庙菜市场污水横流, 340181001",
        "柘皋赶集日堵车, 340181102",
        "庙岗乡村道路灯不亮, 340181111",
        "庙岗镇村道路灯不亮, 340181111",
        "曙光村的水塘没有护栏, 340181107",
        "曙光村旁边的柘皋河污染, 340181102"
    })
    void knowsPlacesByTheirNames(String text, String division) {
        assertThat(CLASSIFIER.classify(Matters.of("", text)).division().map(Division::code))
                .contains(division);
    }

    @ParameterizedTest
    @CsvSource({"合肥市包河区巢湖路的公交站牌坏了", "周末去中庙烧香门票太贵", "半汤路路灯不亮", "柘皋路中段井盖松动", "夏阁大道绿化带枯死"})
    void isNotMisledByRoadsAndSights(String text) {
        assertThat(CLASSIFIER.classify(Matters.of("", text)).division()).isEmpty();
    }

    @Test
    void knowsTheCommunityWithinItsDivision() {
        var place = CLASSIFIER
                .classify(Matters.of("", "草城社区的路灯坏了，凤凰山街道没有人管"))
                .place()
                .orElseThrow();

        assertThat(place.division().name()).isEqualTo("凤凰山街道");
        assertThat(place.community().map(Community::name)).contains("草城社区");
        assertThat(place.community().map(Community::code))
                .get()
                .asString()
                .startsWith(place.division().code());
    }

    @Test
    void isTheLessSureTheMorePlacesAreNamed() {
        var one = CLASSIFIER.classify(Matters.of("柘皋镇路灯不亮", "柘皋镇街上的路灯坏了"));
        var two = CLASSIFIER.classify(Matters.of("柘皋镇路灯不亮", "从柘皋镇到夏阁镇的路灯坏了"));

        assertThat(one.place().orElseThrow().confidence()).isGreaterThan(0.8);
        assertThat(two.place().orElseThrow().confidence())
                .isLessThan(one.place().orElseThrow().confidence());
    }

    @Test
    void believesACodeOfTwelveDigits() {
        var hint = new PlaceHint(Optional.empty(), Optional.of("340181001001"), Optional.empty());
        var place = CLASSIFIER
                .classify(new Matter("路灯不亮", "夏阁镇", hint, Optional.empty(), Confidentiality.NORMAL, Optional.empty()))
                .place()
                .orElseThrow();

        assertThat(place.community().map(Community::name)).contains("中庙社区");
        assertThat(place.confidence()).isEqualTo(1);
    }

    @Test
    void takesThePlaceOfTheNamedUnitWhereNothingElseIsSaid() {
        var matter = Matters.naming("柘皋镇人民政府", "路灯不亮", "村口的路灯坏了");

        assertThat(CLASSIFIER.classify(matter).division().map(Division::code)).contains("340181102");
    }

    @Test
    void prefersThePlaceInTheTextToThatOfTheNamedUnit() {
        var matter = Matters.naming("柘皋镇人民政府", "路灯不亮", "夏阁镇街上的路灯坏了");

        assertThat(CLASSIFIER.classify(matter).division().map(Division::code)).contains("340181104");
    }
}
