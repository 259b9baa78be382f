package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the keywords that fire are worth, and ranks the categories. */
final class CategoryScorer {
    /** A title says what the matter is; a text also tells what led to it. */
    private static final double IN_TITLE = 2.0;

    /** Characters of the text in which citizens mostly come to their point. */
    private static final int OPENING = 150;

    private static final double AFTER_OPENING = 0.6;
    private static final double REPEATED = 0.15;
    private static final int REPEATS_COUNTED = 4;
    private static final int REASONS = 5;

    private final TriggerIndex<CategoryCode> keywords;

    CategoryScorer(List<WordRule<CategoryCode>> keywords, PhraseIds ids) {
        this.keywords = new TriggerIndex<>(new LongerWords(keywords).excludedFrom(keywords), ids);
    }

    /** Every category with a positive score, best first. */
    List<Candidate> rank(MatterReading matter) {
        Map<CategoryCode, List<Fired>> fired = new TreeMap<>();
        for (Trigger<CategoryCode> keyword : keywords.heardIn(matter.title(), matter.text())) {
            double worth = keyword.weight() * emphasis(keyword.inTitle(matter), keyword.inText(matter));
            if (worth != 0) {
                fired.computeIfAbsent(keyword.target(), category -> new ArrayList<>())
                        .add(new Fired(keyword.pattern(), worth));
            }
        }
        return fired.entrySet().stream()
                .map(entry -> candidate(entry.getKey(), entry.getValue()))
                .filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    private static double emphasis(List<Span> inTitle, List<Span> inText) {
        double emphasis = inTitle.isEmpty() ? 0 : IN_TITLE;
        if (!inText.isEmpty()) {
            int repeats = Math.min(inText.size() - 1, REPEATS_COUNTED);
            double place = inText.get(0).begin() < OPENING ? 1 : AFTER_OPENING;
            emphasis += place * (1 + REPEATED * repeats);
        }
        return emphasis;
    }

    private static Candidate candidate(CategoryCode category, List<Fired> fired) {
        List<String> reasons = fired.stream()
                .sorted(Comparator.comparingDouble(Fired::worth).reversed())
                .limit(REASONS)
                .map(Fired::pattern)
                .toList();
        return new Candidate(category, fired.stream().mapToDouble(Fired::worth).sum(), reasons);
    }

    private record Fired(String pattern, double worth) {}
}
