package org.intakehub.gateway.answer;

import java.util.Optional;
import org.intakehub.core.answer.ReviewRule;
import org.intakehub.core.classification.CategoryCode;

/**
 * What templates and the policy of review look at.
 *
 * @param unit code of the unit that leads
 * @param result what that unit wants the citizen to be told
 */
record Matter(
        String number,
        Optional<CategoryCode> category,
        ReviewRule.Answered answered,
        Optional<String> unit,
        Optional<String> result) {
    @Override
    public String toString() {
        return "Matter[" + number + "]";
    }
}
