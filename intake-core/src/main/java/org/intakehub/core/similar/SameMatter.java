package org.intakehub.core.similar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.intakehub.core.similar.Verdict.Decision;
import org.intakehub.core.similar.Verdict.Kind;
import org.intakehub.core.similar.Verdict.Reason;

/**
 * Judges whether two tellings are of the same matter. Without a person only the very same text, or the same citizen with the same
 * matter, is joined, and never where place, estate or building differ.
 */
public final class SameMatter {
    /** At this likeness as many pairs are the same matter as are not. */
    private static final double EVEN_ODDS = 0.18;

    private static final double TOPIC_SHARE = 0.5;
    private static final double WITHOUT_NAMES = 0.1;
    private static final double SUGGEST = 0.5;
    private static final double SURE = 0.75;
    private static final double NAMES_AGREE = 0.3;
    private static final double WORDS_AGREE = 0.1;
    private static final double SUBJECTS_AGREE = 0.5;
    private static final int LONG_ENOUGH = 30;
    private static final int SHORTEST_NAME = 3;
    private static final double ANOTHER_PLACE = 0.5;
    private static final Duration NEAR = Duration.ofDays(14);
    private static final double NEAR_METRES = 500;
    private static final double FAR_METRES = 3000;

    private SameMatter() {}

    /** Judges two tellings; the order of the two does not matter. */
    public static Verdict judge(Telling one, Telling other) {
        var facts = Facts.of(one, other);
        double likeness = facts.likeness() * (facts.placesDiffer() ? ANOTHER_PLACE : 1);
        double score = facts.sameText() && !facts.contradicted() ? 1 : likeness / (likeness + EVEN_ODDS);
        return new Verdict(decision(one, other, facts, score), score, reasons(one, other, facts));
    }

    private static Decision decision(Telling one, Telling other, Facts facts, double score) {
        if (score < SUGGEST && !facts.sameText()) {
            return Decision.NONE;
        }
        boolean certain = facts.sameText()
                || (facts.sameCitizen() && score >= SURE && facts.names() >= NAMES_AGREE && facts.sameFirstName());
        return certain && !facts.contradicted() && !one.confidential() && !other.confidential()
                ? Decision.AUTOMATIC
                : Decision.SUGGEST;
    }

    private static List<Reason> reasons(Telling one, Telling other, Facts facts) {
        var reasons = new ArrayList<Reason>();
        add(reasons, facts.sameText(), Kind.SAME_TEXT);
        add(reasons, facts.sameCitizen(), Kind.SAME_CITIZEN);
        facts.sharedNames().stream().limit(3).forEach(name -> reasons.add(new Reason(Kind.SAME_NAME, name)));
        add(reasons, !facts.sameText() && facts.words() >= WORDS_AGREE, Kind.SAME_WORDS);
        add(reasons, facts.topics() >= SUBJECTS_AGREE, Kind.SAME_SUBJECT);
        add(reasons, facts.placesAgree(), Kind.SAME_PLACE);
        add(reasons, Duration.between(one.at(), other.at()).abs().compareTo(NEAR) <= 0, Kind.NEAR_TIME);
        add(reasons, facts.placesDiffer(), Kind.OTHER_PLACE);
        add(reasons, facts.numbersDiffer(), Kind.OTHER_NUMBER);
        return reasons;
    }

    private static void add(List<Reason> reasons, boolean holds, Kind kind) {
        if (holds) {
            reasons.add(Reason.of(kind));
        }
    }

    /** What two tellings have in common and in what they contradict each other. */
    private record Facts(
            double names,
            double words,
            double topics,
            boolean sameFirstName,
            boolean sameText,
            boolean sameCitizen,
            boolean placesAgree,
            boolean placesDiffer,
            boolean numbersDiffer,
            List<String> sharedNames) {

        static Facts of(Telling one, Telling other) {
            var mine = one.fingerprint();
            var theirs = other.fingerprint();
            var metres = one.where()
                    .flatMap(here -> other.where().map(there -> Distance.metres(here, there)))
                    .orElse(-1.0);
            boolean bothPlaced = one.division().isPresent() && other.division().isPresent();
            boolean sameDivision = bothPlaced && one.division().equals(other.division());
            return new Facts(
                    mine.namesInCommon(theirs),
                    mine.wordsInCommon(theirs),
                    mine.topicsInCommon(theirs),
                    mine.namesTheSameFirst(theirs),
                    mine.told().same() == theirs.told().same() && mine.told().length() >= LONG_ENOUGH,
                    !Collections.disjoint(one.citizen(), other.citizen()),
                    sameDivision || (metres >= 0 && metres <= NEAR_METRES),
                    (bothPlaced && !sameDivision) || metres > FAR_METRES,
                    numbersDiffer(mine.told().numbers(), theirs.told().numbers()),
                    shared(mine.told().names(), theirs.told().names()));
        }

        /** Rises with the names and with the matter; neither alone is enough. */
        double likeness() {
            return (WITHOUT_NAMES + Math.sqrt(names)) * (words + TOPIC_SHARE * Math.max(0, topics));
        }

        boolean contradicted() {
            return placesDiffer || numbersDiffer;
        }

        private static List<String> shared(List<String> mine, Collection<String> theirs) {
            return mine.stream()
                    .filter(name -> name.length() >= SHORTEST_NAME && theirs.contains(name))
                    .toList();
        }

        /** Both count the same kind of thing, and no number of it is the same. */
        private static boolean numbersDiffer(Set<String> mine, Set<String> theirs) {
            var kinds = mine.stream().map(Facts::kind).collect(Collectors.toSet());
            kinds.retainAll(theirs.stream().map(Facts::kind).collect(Collectors.toSet()));
            return kinds.stream()
                    .anyMatch(kind -> mine.stream()
                            .filter(number -> kind(number).equals(kind))
                            .noneMatch(theirs::contains));
        }

        private static String kind(String number) {
            return number.substring(number.length() - 1);
        }
    }
}
