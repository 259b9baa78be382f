package org.intakehub.core.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Hears how pressing a matter is from the title and from how the text opens: further down citizens tell old stories. */
final class UrgencyFinder {
    private static final int OPENING = 200;

    private final TriggerIndex<Urgency> cues;

    UrgencyFinder(List<WordRule<Urgency>> cues, PhraseIds ids) {
        this.cues = new TriggerIndex<>(cues, ids);
    }

    /** The most pressing cue that fires. */
    Optional<Trigger<Urgency>> find(MatterReading matter) {
        return cues.heardIn(matter.title(), matter.text()).stream()
                .filter(cue -> !cue.inTitle(matter).isEmpty() || opens(cue.inText(matter)))
                .max(Comparator.comparing(Trigger::target));
    }

    private static boolean opens(List<Span> spans) {
        return !spans.isEmpty() && spans.get(0).begin() < OPENING;
    }
}
