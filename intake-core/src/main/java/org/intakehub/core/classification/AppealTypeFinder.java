package org.intakehub.core.classification;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Weighs what the citizen wants by his turns of speech; a matter without any is a call for help. */
final class AppealTypeFinder {
    private static final double IN_TITLE = 2;

    private final TriggerIndex<AppealType> cues;

    AppealTypeFinder(List<WordRule<AppealType>> cues, PhraseIds ids) {
        this.cues = new TriggerIndex<>(cues, ids);
    }

    AppealType find(MatterReading matter) {
        Map<AppealType, Double> worth = new EnumMap<>(AppealType.class);
        for (Trigger<AppealType> cue : cues.heardIn(matter.title(), matter.text())) {
            double emphasis = (cue.inTitle(matter).isEmpty() ? 0 : IN_TITLE)
                    + (cue.inText(matter).isEmpty() ? 0 : 1);
            if (emphasis > 0) {
                worth.merge(cue.target(), emphasis * cue.weight(), Double::sum);
            }
        }
        return worth.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(AppealType.HELP);
    }
}
