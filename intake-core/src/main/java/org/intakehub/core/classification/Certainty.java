package org.intakehub.core.classification;

import java.util.List;

/** How much a ranking of categories can be relied on: by its best score and by its lead over the others. */
final class Certainty {
    /** From here on the hub acts without asking a person. */
    static final double SURE = 0.85;

    // A logistic fit on 6,450 labelled public messages, the model's word being of a training without them: whether the
    // first level is right.
    private static final double BASE = -2.27;
    private static final double PER_LOG_SCORE = 1.31;
    private static final double PER_LEAD = 1.35;

    /** Lead over a category of the same first level from which on the two are told apart. */
    private static final double CLEAR_OF_SIBLING = 0.5;

    private Certainty() {}

    /** Estimated probability, 0 to 1, that the first candidate is right; between equal siblings it is even. */
    static double of(List<Candidate> ranked) {
        if (ranked.isEmpty()) {
            return 0;
        }
        Candidate best = ranked.get(0);
        double level = BASE + PER_LOG_SCORE * Math.log1p(best.score()) + PER_LEAD * lead(ranked, false);
        double sibling = 0.5 + 0.5 * Math.min(1, lead(ranked, true) / CLEAR_OF_SIBLING);
        return sibling / (1 + Math.exp(-level));
    }

    /** By what share of its score the best is ahead of the next, among siblings or among strangers; 1 without any. */
    private static double lead(List<Candidate> ranked, boolean amongSiblings) {
        Candidate best = ranked.get(0);
        double next = ranked.stream()
                .skip(1)
                .filter(other -> isSibling(other, best) == amongSiblings)
                .mapToDouble(Candidate::score)
                .findFirst()
                .orElse(0);
        return (best.score() - next) / best.score();
    }

    private static boolean isSibling(Candidate one, Candidate other) {
        return one.category().parent().equals(other.category().parent());
    }
}
