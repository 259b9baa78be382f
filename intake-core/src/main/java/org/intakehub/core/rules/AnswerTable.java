package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.answer.AnswerTemplate;
import org.intakehub.core.answer.ReviewRule;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;

/** Reads the templates of answers and the policy of their review. */
final class AnswerTable {
    private static final String ANY = "*";

    private final List<AnswerTemplate> templates = new ArrayList<>();
    private final List<ReviewRule> reviews = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final CityLists lists;
    /** Shipped templates may speak of categories that a city with a list of its own does not have. */
    private final boolean shippedForOthers;

    AnswerTable(RuleSource source, Problems problems, CityLists lists) {
        this.lists = lists;
        this.shippedForOthers = source.isBrought(RuleFile.CATEGORIES) && !source.isOwn(RuleFile.ANSWERS);
        source.rows(RuleFile.ANSWERS, problems).forEach(this::template);
        source.rows(RuleFile.REVIEWS, problems).forEach(this::review);
    }

    List<AnswerTemplate> templates() {
        return templates;
    }

    List<ReviewRule> reviews() {
        return reviews;
    }

    private void template(Row row) {
        Optional<String> code = row.text("code");
        Optional<String> title = row.text("title");
        Optional<String> text = row.text("text");
        Optional<String> category = orAny(row, "category");
        code.filter(one -> !codes.add(one))
                .ifPresent(one -> row.problem("code " + one + " is there twice; expected once"));
        boolean known = category.map(prefix -> isCategory(prefix, row)).orElse(true);
        if (known && code.isPresent() && title.isPresent() && text.isPresent()) {
            templates.add(new AnswerTemplate(
                    code.get(), type(row), category, title.get(), text.get().replace("\\n", "\n"), row.list("basis")));
        }
    }

    private boolean isCategory(String prefix, Row row) {
        if (lists.categories().entries().stream()
                .anyMatch(one -> one.code().value().startsWith(prefix))) {
            return true;
        }
        if (!shippedForOthers) {
            row.problem("category \"" + prefix + "\" begins no category's code");
        }
        return false;
    }

    private void review(Row row) {
        row.choice("review", Asked.class)
                .ifPresent(asked -> reviews.add(new ReviewRule(
                        orAny(row, "channel"),
                        type(row),
                        orAny(row, "urgency").flatMap(cell -> row.choice("urgency", Urgency.class)),
                        orAny(row, "confidentiality")
                                .flatMap(cell -> row.choice("confidentiality", Confidentiality.class)),
                        asked == Asked.YES)));
    }

    private static Optional<AppealType> type(Row row) {
        return orAny(row, "type").flatMap(cell -> row.choice("type", AppealType.class));
    }

    private static Optional<String> orAny(Row row, String column) {
        return row.text(column).filter(cell -> !cell.equals(ANY));
    }

    private enum Asked {
        YES,
        NO
    }
}
