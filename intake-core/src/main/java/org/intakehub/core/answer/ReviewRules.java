package org.intakehub.core.answer;

import java.util.List;

/** A city's policy of review; the first rule that fits decides, and where none does an answer goes out at once. */
public final class ReviewRules {
    private final List<ReviewRule> rules;

    public ReviewRules(List<ReviewRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Whether the answer has to be seen by a second person first. */
    public boolean isAsked(ReviewRule.Answered matter) {
        return rules.stream()
                .filter(rule -> rule.fits(matter))
                .findFirst()
                .map(ReviewRule::asked)
                .orElse(false);
    }
}
