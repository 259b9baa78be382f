package org.intakehub.core.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.CategoryCode;

/** A city's templates. */
public final class AnswerTemplates {
    private final List<AnswerTemplate> templates;

    public AnswerTemplates(List<AnswerTemplate> templates) {
        this.templates = List.copyOf(templates);
    }

    /** Those that fit a matter, the most exact first; among equals in the order of the file. */
    public List<AnswerTemplate> fitting(AppealType type, Optional<CategoryCode> category) {
        return templates.stream()
                .filter(template -> template.fits(type, category))
                .sorted(Comparator.comparingInt(AnswerTemplate::exactness).reversed())
                .toList();
    }

    /** In the order of the file. */
    public List<AnswerTemplate> all() {
        return templates;
    }
}
