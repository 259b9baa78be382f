package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CityRulesTest {
    private final CityRules rules = CityRules.shipped();

    @Test
    void shipsTheWholeTreeOfCategories() {
        assertThat(rules.categories()).hasSize(99);
        assertThat(rules.categories().stream()
                        .map(category -> category.code().parent())
                        .distinct())
                .hasSize(15);
    }
}
