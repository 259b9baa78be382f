package org.intakehub.core.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.Category;
import org.intakehub.core.classification.CategoryModel;
import org.intakehub.core.learning.TextModel;

/** Reads the trained model, and ties its labels to the city's categories; a label that is a category's code needs no line. */
final class ModelReader {
    static final String FILE = "category.model";

    private final Problems problems;
    private final Register<Category> categories;
    private final Map<String, List<String>> meanings = new HashMap<>();
    private final Optional<CategoryModel> model;

    ModelReader(RuleSource source, Problems problems, CityLists lists) {
        this.problems = problems;
        categories = lists.categories();
        // What the shipped labels mean is told in codes of the shipped tree; in another tree the same codes mean
        // something else.
        if (source.isBrought(RuleFile.CATEGORIES) && !source.isOwn(RuleFile.MODEL_LABELS)) {
            model = Optional.empty();
        } else {
            source.rows(RuleFile.MODEL_LABELS, problems).forEach(this::meaning);
            model = source.optionalBytes(FILE, problems).flatMap(this::read);
        }
    }

    /** None if there is none, or if the city has a tree of its own and does not say what the labels mean in it. */
    Optional<CategoryModel> model() {
        return model;
    }

    private void meaning(Row row) {
        List<String> codes = row.list("categories");
        for (String code : codes) {
            if (!names(code)) {
                row.problem("categories \"" + code + "\" begins no code of categories.csv");
            }
        }
        row.text("label").ifPresent(label -> meanings.put(label, codes));
    }

    private boolean names(String code) {
        return (code.length() == 2 || code.length() == 4)
                && categories.entries().stream()
                        .anyMatch(category -> category.code().value().startsWith(code));
    }

    private Optional<CategoryModel> read(byte[] bytes) {
        try {
            TextModel text = TextModel.read(new ByteArrayInputStream(bytes));
            for (String label : text.labels()) {
                if (!meanings.containsKey(label)) {
                    if (categories.find(label).isEmpty()) {
                        problems.add(
                                FILE,
                                "has the label \"" + label + "\", which " + RuleFile.MODEL_LABELS.fileName()
                                        + " does not explain");
                    }
                    meanings.put(label, List.of(label));
                }
            }
            return Optional.of(new CategoryModel(text, meanings));
        } catch (IOException e) {
            problems.add(FILE, "is no model: " + e.getMessage());
            return Optional.empty();
        }
    }
}
