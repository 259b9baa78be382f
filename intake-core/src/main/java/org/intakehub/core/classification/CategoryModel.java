package org.intakehub.core.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.intakehub.core.learning.Evidence;
import org.intakehub.core.learning.TextModel;

/**
 * A trained model, and which of the city's categories each of its labels may mean.
 *
 * @param meanings for a label the beginnings of category codes: two digits name a first level, four a category
 */
public record CategoryModel(TextModel model, Map<String, List<String>> meanings) {
    private static final int REASONS = 4;

    public CategoryModel {
        meanings = Map.copyOf(meanings);
    }

    /** A model whose labels are categories' codes themselves, such as one trained on what staff decided. */
    public static CategoryModel ofCodes(TextModel model) {
        return new CategoryModel(
                model, model.labels().stream().collect(Collectors.toMap(code -> code, code -> List.of(code))));
    }

    /** What the model makes of one matter. */
    Opinion opinionOn(Evidence evidence) {
        double[] shares = model.probabilities(evidence);
        Map<String, Double> byCode = new HashMap<>();
        Map<CategoryCode, Double> alone = new HashMap<>();
        int best = 0;
        for (int label = 0; label < shares.length; label++) {
            best = shares[label] > shares[best] ? label : best;
            List<String> codes = meanings.getOrDefault(model.labels().get(label), List.of());
            for (String code : codes) {
                byCode.merge(code, shares[label], Double::sum);
            }
            if (codes.size() == 1 && CategoryCode.isWellFormed(codes.get(0))) {
                alone.merge(new CategoryCode(codes.get(0)), shares[label], Double::sum);
            }
        }
        return new Opinion(
                byCode, alone, model.labels().get(best), shares[best], model.reasons(evidence, best, REASONS));
    }

    /**
     * How probable codes are, and why.
     *
     * @param label the most probable one
     * @param reasons pieces of text that many messages share
     */
    record Opinion(
            Map<String, Double> byCode,
            Map<CategoryCode, Double> alone,
            String label,
            double share,
            List<String> reasons) {
        /** Probability of the labels that may mean the category; {@code otherwise} if none does. */
        double support(CategoryCode category, double otherwise) {
            Double exact = byCode.get(category.value());
            Double level = byCode.get(category.parent());
            if (exact == null && level == null) {
                return otherwise;
            }
            return Math.min(1, (exact == null ? 0 : exact) + (level == null ? 0 : level));
        }

        /** Categories that a label means and nothing else, so that the model can name them without a keyword. */
        List<CategoryCode> categories(double atLeast) {
            return alone.entrySet().stream()
                    .filter(entry -> entry.getValue() >= atLeast)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
