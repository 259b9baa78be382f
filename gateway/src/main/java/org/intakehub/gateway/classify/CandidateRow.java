package org.intakehub.gateway.classify;

import java.util.List;
import org.intakehub.core.classification.Candidate;

/** A candidate as it is kept with the case and shown beside it. */
record CandidateRow(String category, double score, List<String> reasons) {
    static CandidateRow of(Candidate candidate) {
        return new CandidateRow(candidate.category().value(), candidate.score(), candidate.reasons());
    }
}
