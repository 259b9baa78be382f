package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.learning.Evidence;

/** Classifies by the city's word lists and trained models; immutable, for any number of threads, in time linear in the text. */
public final class Classifier {
    private static final int CANDIDATES = 3;

    private final PhraseAutomaton automaton;
    private final CategoryScorer scorer;
    private final CategoryRanker ranker;
    private final PlaceFinder places;
    private final AppealTypeFinder appealTypes;
    private final ThreatFinder threats;
    private final UrgencyFinder urgencies;
    private final TriggerIndex<Confidentiality> confidentialities;
    private final AccusedFinder accused;

    public Classifier(Vocabulary vocabulary) {
        PhraseIds ids = new PhraseIds();
        scorer = new CategoryScorer(vocabulary.keywords(), ids);
        places = new PlaceFinder(vocabulary, ids);
        appealTypes = new AppealTypeFinder(vocabulary.appealTypes(), ids);
        threats = new ThreatFinder(vocabulary.threats(), ids);
        urgencies = new UrgencyFinder(vocabulary.urgencies(), ids);
        confidentialities = new TriggerIndex<>(vocabulary.confidentialities(), ids);
        accused = new AccusedFinder(vocabulary.units(), ids);
        automaton = new PhraseAutomaton(ids.phrases());
        ranker = new CategoryRanker(List.of());
    }

    private Classifier(Classifier other, CategoryRanker ranker) {
        automaton = other.automaton;
        scorer = other.scorer;
        places = other.places;
        appealTypes = other.appealTypes;
        threats = other.threats;
        urgencies = other.urgencies;
        confidentialities = other.confidentialities;
        accused = other.accused;
        this.ranker = ranker;
    }

    /** The same rules, and one more model that has a say in the category. */
    public Classifier with(CategoryModel model) {
        return new Classifier(this, ranker.with(model));
    }

    /** Always answers; a matter without any known word comes back unsure and without a category. */
    public Classification classify(Matter matter) {
        MatterReading reading = MatterReading.of(matter, automaton);
        List<Candidate> byKeywords = scorer.rank(reading);
        List<Candidate> ranked = ranker.rank(byKeywords, evidence(reading, byKeywords));
        double confidence = Certainty.of(ranked);
        Optional<String> threat = threats.find(reading);
        Optional<Trigger<Urgency>> urgency = urgencies.find(reading);
        Optional<PlaceFinder.Found> place = places.find(matter.place(), reading);
        AppealType type = appealTypes.find(reading);
        Confidentiality confidentiality = confidentiality(matter, type, reading);

        List<String> reasons = new ArrayList<>();
        threat.ifPresent(words -> reasons.add("threat: " + words));
        ranked.stream()
                .findFirst()
                .ifPresent(best -> reasons.add(best.category() + ": " + String.join(", ", best.reasons())));
        place.ifPresent(found -> reasons.add("place: " + found.reason()));
        urgency.ifPresent(cue -> reasons.add("urgency: " + cue.pattern()));
        return new Classification(
                ranked.stream().findFirst().map(Candidate::category),
                confidence,
                ranked.stream().limit(CANDIDATES).toList(),
                type,
                threat.isPresent()
                        ? Urgency.CRITICAL
                        : urgency.map(Trigger::target).orElse(Urgency.ROUTINE),
                threat.isPresent(),
                place.map(PlaceFinder.Found::place),
                place.map(found -> found.place().division().kind()).orElse(AreaKind.UNKNOWN),
                confidentiality,
                reasons,
                threat.isPresent() || confidence >= Certainty.SURE,
                isConfidential(confidentiality) ? accused.find(reading) : List.of());
    }

    /** What a model learns from or judges by: the matter's words, and how strongly the keywords speak for each category. */
    public Evidence evidence(Matter matter) {
        MatterReading reading = MatterReading.of(matter, automaton);
        return evidence(reading, scorer.rank(reading));
    }

    private static Evidence evidence(MatterReading reading, List<Candidate> ranked) {
        return new Evidence(
                reading.title().text().words(),
                reading.text().text().words(),
                ranked.stream()
                        .collect(Collectors.toMap(
                                candidate -> candidate.category().value(), Candidate::score)));
    }

    private Confidentiality confidentiality(Matter matter, AppealType type, MatterReading reading) {
        Confidentiality strictest = matter.confidentiality();
        if (type == AppealType.REPORT) {
            strictest = strictest.or(Confidentiality.WHISTLEBLOWER);
        }
        for (Trigger<Confidentiality> cue : confidentialities.heardIn(reading.title(), reading.text())) {
            if (cue.firesIn(reading)) {
                strictest = strictest.or(cue.target());
            }
        }
        return strictest;
    }

    private static boolean isConfidential(Confidentiality confidentiality) {
        return confidentiality.compareTo(Confidentiality.ON_REQUEST) >= 0;
    }
}
