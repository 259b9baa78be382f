package org.intakehub.core.classification;

import java.util.List;

/**
 * A category that the matter may belong to, and why.
 *
 * @param score sum of what the rules that fired are worth; comparable only within one matter
 * @param reasons the heaviest words of the rules that fired, never the citizen's own
 */
public record Candidate(CategoryCode category, double score, List<String> reasons) {
    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
