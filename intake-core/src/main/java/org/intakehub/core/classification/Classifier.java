package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;

/** Classifies by the city's word lists; immutable, for any number of threads, in time linear in the text. */
public final class Classifier {
    private static final int CANDIDATES = 3;

    private final PhraseAutomaton automaton;
    private final CategoryScorer scorer;
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
    }

    /** Always answers; a matter without any known word comes back unsure and without a category. */
    public Classification classify(Matter matter) {
        MatterReading reading = MatterReading.of(matter, automaton);
        List<Candidate> ranked = scorer.rank(reading);
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
                place.map(PlaceFinder.Found::division),
                place.map(found -> found.division().kind()).orElse(AreaKind.UNKNOWN),
                confidentiality,
                reasons,
                threat.isPresent() || confidence >= Certainty.SURE,
                isConfidential(confidentiality) ? accused.find(reading) : List.of());
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
