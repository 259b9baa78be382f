package org.intakehub.core.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.CategoryCode;

/**
 * A text that answers many matters of a kind, with the rules of law that it rests on.
 *
 * @param type empty: of any
 * @param category the first two digits, or all four; empty: of any
 * @param text with places such as {@code {number}}, {@code {unit}} and {@code {result}}
 * @param basis titles of laws and regulations, in the order in which they are cited
 */
public record AnswerTemplate(
        String code,
        Optional<AppealType> type,
        Optional<String> category,
        String title,
        String text,
        List<String> basis) {
    public AnswerTemplate {
        basis = List.copyOf(basis);
    }

    boolean fits(AppealType matter, Optional<CategoryCode> about) {
        return type.map(one -> one == matter).orElse(true)
                && category.map(prefix -> about.filter(code -> code.value().startsWith(prefix))
                                .isPresent())
                        .orElse(true);
    }

    /** How much it says about the matter: a category of its own counts before a type of its own. */
    int exactness() {
        return category.map(String::length).orElse(0) * 2 + (type.isPresent() ? 1 : 0);
    }

    /** The text with its places filled, and the laws that it rests on; a place without a value stays, so that a person sees it. */
    public String filled(Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return basis.isEmpty() ? filled : filled + "\n\n依据：" + String.join("、", basis);
    }
}
