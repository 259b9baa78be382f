package org.intakehub.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Matters;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

class UnitSuggestionsTest {
    private static final CityRules RULES = CityRules.shipped();
    private static final UnitSuggestions SUGGESTIONS = new UnitSuggestions(RULES.dispatch(), RULES.units());

    @Test
    void beginsWithTheTableWhileNothingHasBeenHandled() {
        var suggested = SUGGESTIONS.suggest(lamp(), new Experience.Gatherer().experience());

        assertThat(codes(suggested)).containsExactly("chengguan", "tianhe");
        assertThat(suggested.get(0).rule()).singleElement().asString().contains("dispatch.csv");
        assertThat(suggested.get(0).precedents()).isEmpty();
    }

    @Test
    void followsWhatWasHandledOnceThereIsEnoughOfIt() {
        var gatherer = new Experience.Gatherer();
        for (int count = 0; count < 200; count++) {
            gatherer.add("gongdian", UnitSuggestions.traits(lamp()));
        }

        var suggested = SUGGESTIONS.suggest(lamp(), gatherer.experience());

        assertThat(codes(suggested)).containsExactly("gongdian", "chengguan", "tianhe");
        assertThat(suggested.get(0).rule()).isEmpty();
        assertThat(suggested.get(0).precedents())
                .extracting(precedent -> precedent.trait().kind())
                .contains("category", "place");
        assertThat(suggested.get(0).precedents())
                .allMatch(precedent -> precedent.handled() == 200 && precedent.of() == 200);
    }

    @Test
    void staysWithTheTableAfterAFewExceptions() {
        var gatherer = new Experience.Gatherer();
        gatherer.add("gongdian", UnitSuggestions.traits(lamp()));
        gatherer.add("gongdian", UnitSuggestions.traits(lamp()));

        assertThat(codes(SUGGESTIONS.suggest(lamp(), gatherer.experience()))).startsWith("chengguan");
    }

    @Test
    void prefersTheUnitThatHandlesTheKindInThisPlaceToTheOneThatHandlesMore() {
        var here =
                List.of(new Trait("category", "0302"), new Trait("place", "a"), new Trait("category-place", "0302@a"));
        var there =
                List.of(new Trait("category", "0302"), new Trait("place", "b"), new Trait("category-place", "0302@b"));
        var gatherer = new Experience.Gatherer();
        for (int count = 0; count < 10; count++) {
            gatherer.add("one", here);
            gatherer.add("other", there);
            gatherer.add("other", there);
        }

        assertThat(ExperiencedUnits.rank(here, gatherer.experience()))
                .extracting(ExperiencedUnits.Ranked::unit)
                .containsExactly("one", "other");
    }

    @Test
    void neverSuggestsTheAccused() {
        var report = RULES.classifier().classify(Matters.of("实名举报", "举报城管局队员收钱，放任流动摊贩占道经营"));
        var gatherer = new Experience.Gatherer();
        for (int count = 0; count < 500; count++) {
            gatherer.add("chengguan", UnitSuggestions.traits(report));
        }

        assertThat(report.accused()).containsExactly("chengguan");
        assertThat(codes(SUGGESTIONS.suggest(report, gatherer.experience()))).doesNotContain("chengguan");
    }

    @Test
    void forgetsUnitsThatTheCityNoLongerHas() {
        var gatherer = new Experience.Gatherer();
        for (int count = 0; count < 500; count++) {
            gatherer.add("abolished", UnitSuggestions.traits(lamp()));
        }

        assertThat(codes(SUGGESTIONS.suggest(lamp(), gatherer.experience()))).containsExactly("chengguan", "tianhe");
    }

    private static Classification lamp() {
        return RULES.classifier().classify(Matters.of("路灯不亮", "天河街道官圩社区的路灯坏了"));
    }

    private static List<String> codes(List<UnitSuggestions.Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.unit().code().value())
                .toList();
    }
}
