package org.intakehub.core.classification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.Confidentiality;

/**
 * What the rules make of a matter, with the reasons; holds words of the rules, never the citizen's.
 *
 * @param category the best guess, sure or not; empty if no rule fired
 * @param confidence estimated probability, 0 to 1, that the category is right
 * @param candidates the best three, best first
 * @param threat somebody announces harm to himself or others, a crowd, or an extreme act (扬言)
 * @param confidentiality at least what the matter came with
 * @param sure false sends the matter to a person; a threat is always sure, since it may not wait
 * @param accused codes of the units that a confidential matter names as concerned; none of them may see it
 */
public record Classification(
        Optional<CategoryCode> category,
        double confidence,
        List<Candidate> candidates,
        AppealType appealType,
        Urgency urgency,
        boolean threat,
        Optional<Place> place,
        AreaKind area,
        Confidentiality confidentiality,
        List<String> reasons,
        boolean sure,
        List<String> accused) {
    public Classification {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        accused = List.copyOf(accused);
    }

    /** The same at another place. */
    public Classification at(Place other, String reason) {
        return new Classification(
                category,
                confidence,
                candidates,
                appealType,
                urgency,
                threat,
                Optional.of(other),
                other.division().kind(),
                confidentiality,
                Stream.concat(reasons.stream(), Stream.of(reason)).toList(),
                sure,
                accused);
    }

    /** The street or township that the matter lies in. */
    public Optional<Division> division() {
        return place.map(Place::division);
    }
}
