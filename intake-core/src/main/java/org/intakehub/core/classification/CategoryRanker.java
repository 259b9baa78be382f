package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.intakehub.core.learning.Evidence;

/** Puts together what the keywords and the trained models say of a matter's category. */
final class CategoryRanker {
    /** What a model leaves of a category that it holds for impossible: keywords may know better. */
    private static final double FLOOR = 0.1;

    /** What stands for a model's word on a category that none of its labels means. */
    private static final double UNKNOWN = 0.15;

    /** What a category is worth that a model names and no keyword: this share of what the best has by keywords, and one at least. */
    private static final double UNSAID = 0.5;

    private static final double NAMED = 0.05;

    private final List<CategoryModel> models;

    CategoryRanker(List<CategoryModel> models) {
        this.models = List.copyOf(models);
    }

    CategoryRanker with(CategoryModel model) {
        List<CategoryModel> more = new ArrayList<>(models);
        more.add(model);
        return new CategoryRanker(more);
    }

    /** Every category that anything speaks for, best first. */
    List<Candidate> rank(List<Candidate> byKeywords, Evidence evidence) {
        List<CategoryModel.Opinion> opinions =
                models.stream().map(model -> model.opinionOn(evidence)).toList();
        List<Candidate> all = new ArrayList<>(byKeywords);
        double unsaid = byKeywords.isEmpty()
                ? 1
                : Math.max(1, UNSAID * byKeywords.get(0).score());
        Set<CategoryCode> known = new HashSet<>();
        byKeywords.forEach(candidate -> known.add(candidate.category()));
        for (CategoryModel.Opinion opinion : opinions) {
            for (CategoryCode category : opinion.categories(NAMED)) {
                if (known.add(category)) {
                    all.add(new Candidate(category, unsaid, List.of()));
                }
            }
        }
        return all.stream()
                .map(candidate -> weighed(candidate, opinions))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    private static Candidate weighed(Candidate candidate, List<CategoryModel.Opinion> opinions) {
        double score = candidate.score();
        List<String> reasons = new ArrayList<>(candidate.reasons());
        for (CategoryModel.Opinion opinion : opinions) {
            double support = opinion.support(candidate.category(), UNKNOWN);
            score *= FLOOR + support;
            if (support >= opinion.share()
                    && opinion.byCode().keySet().stream()
                            .anyMatch(candidate.category().value()::startsWith)) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "%s %.2f: %s",
                        opinion.label(),
                        opinion.share(),
                        String.join(" ", opinion.reasons())));
            }
        }
        return new Candidate(candidate.category(), score, reasons);
    }
}
