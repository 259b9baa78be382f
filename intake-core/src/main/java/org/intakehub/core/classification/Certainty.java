package org.intakehub.core.classification;

import java.util.List;

/** How much a ranking of categories can be relied on: by its best score and by its lead over the second. */
final class Certainty {
    /** From here on the hub acts without asking a person. */
    static final double SURE = 0.8;

    private static final double BASE = -1.5;
    private static final double PER_SCORE = 0.7;
    private static final double PER_MARGIN = 2.5;

    private Certainty() {}

    /** Estimated probability, 0 to 1, that the first candidate is right. */
    static double of(List<Candidate> ranked) {
        if (ranked.isEmpty()) {
            return 0;
        }
        double best = ranked.get(0).score();
        double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
        double margin = (best - second) / best;
        return 1 / (1 + Math.exp(-(BASE + PER_SCORE * Math.log1p(best) + PER_MARGIN * margin)));
    }
}
