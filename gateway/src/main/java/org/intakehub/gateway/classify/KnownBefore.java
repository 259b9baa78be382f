package org.intakehub.gateway.classify;

import java.util.Optional;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a case before the rules were asked.
 *
 * @param category chosen by a person
 * @param by login name of who chose it, else the rules
 * @param urgency at least this one
 */
record KnownBefore(Optional<CategoryCode> category, String by, Urgency urgency) {
    private static final String RULES = "rules";

    static KnownBefore of(@Nullable String category, @Nullable String by, String urgency) {
        return category == null || by == null
                ? new KnownBefore(Optional.empty(), RULES, Urgency.valueOf(urgency))
                : new KnownBefore(Optional.of(new CategoryCode(category)), by, Urgency.valueOf(urgency));
    }

    /** A chosen category takes the place of the guess, and no urgency is lowered; all else stays as the rules made it. */
    Classification in(Classification made) {
        return new Classification(
                category.or(made::category),
                category.isPresent() ? 1 : made.confidence(),
                made.candidates(),
                made.appealType(),
                urgency.compareTo(made.urgency()) > 0 ? urgency : made.urgency(),
                made.threat(),
                made.place(),
                made.area(),
                made.confidentiality(),
                made.reasons(),
                category.isPresent() || made.sure(),
                made.accused());
    }
}
