package org.intakehub.gateway.classify;

import java.util.Optional;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.jspecify.annotations.Nullable;

/**
 * The category that a person chose before the rules were asked.
 *
 * @param by login name of who chose it
 */
record ChosenCategory(CategoryCode category, String by) {
    static Optional<ChosenCategory> of(@Nullable String category, @Nullable String by) {
        return category == null || by == null
                ? Optional.empty()
                : Optional.of(new ChosenCategory(new CategoryCode(category), by));
    }

    /** In the place of the guess; all else stays as the rules made it. */
    Classification in(Classification made) {
        return new Classification(
                Optional.of(category),
                1,
                made.candidates(),
                made.appealType(),
                made.urgency(),
                made.threat(),
                made.division(),
                made.area(),
                made.confidentiality(),
                made.reasons(),
                true,
                made.accused());
    }
}
