package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Hears whether somebody announces a grave act: by a phrase that suffices, or an act next to words that mean it. */
final class ThreatFinder {
    /** Characters between an act and the words around it that belong to it. */
    private static final int NEAR = 12;

    /** No cue is longer, patterns with a gap included. */
    private static final int LONGEST = 40;

    private final TriggerIndex<ThreatCue> cues;

    ThreatFinder(List<WordRule<ThreatCue>> cues, PhraseIds ids) {
        this.cues = new TriggerIndex<>(cues, ids);
    }

    /** The words of the rules that alarm; empty if nothing does. */
    Optional<String> find(MatterReading matter) {
        return find(matter.title(), matter).or(() -> find(matter.text(), matter));
    }

    private Optional<String> find(Reading reading, MatterReading matter) {
        List<Heard> acts = new ArrayList<>();
        NavigableMap<Integer, Heard> intents = new TreeMap<>();
        NavigableMap<Integer, Heard> calms = new TreeMap<>();
        for (Trigger<ThreatCue> cue : cues.heardIn(reading)) {
            for (Span span : cue.in(reading, matter)) {
                Heard heard = new Heard(cue.pattern(), span);
                switch (cue.target()) {
                    case ALONE -> {
                        return Optional.of(cue.pattern());
                    }
                    case ACT -> acts.add(heard);
                    case INTENT -> intents.put(span.begin(), heard);
                    case CALM -> calms.put(span.begin(), heard);
                }
            }
        }
        for (Heard act : acts) {
            Optional<Heard> intent = near(act, intents, reading.text());
            if (intent.isPresent() && near(act, calms, reading.text()).isEmpty()) {
                return Optional.of(intent.get().pattern() + "…" + act.pattern());
            }
        }
        return Optional.empty();
    }

    private static Optional<Heard> near(Heard act, NavigableMap<Integer, Heard> others, FoldedText text) {
        return others.subMap(act.span().begin() - NEAR - LONGEST, act.span().end() + NEAR + 1).values().stream()
                .filter(other -> isNear(act.span(), other.span(), text))
                .findFirst();
    }

    private static boolean isNear(Span act, Span other, FoldedText text) {
        int from = Math.min(act.end(), other.end());
        int to = Math.max(act.begin(), other.begin());
        return to - from <= NEAR && !text.isBrokenBetween(from, to);
    }

    private record Heard(String pattern, Span span) {}
}
