package org.intakehub.core.classification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a matter with a word list of its own; immutable, for any number of threads, in time linear in the text. */
public final class WordFinder<T> {
    private final TriggerIndex<T> rules;
    private final PhraseAutomaton automaton;

    public WordFinder(List<WordRule<T>> rules) {
        PhraseIds ids = new PhraseIds();
        this.rules = new TriggerIndex<>(rules, ids);
        automaton = new PhraseAutomaton(ids.phrases());
    }

    /** What the words of title and text speak for, each with a pattern of the list that does. */
    public Map<T, String> in(Matter matter) {
        MatterReading reading = MatterReading.of(matter, automaton);
        Map<T, String> found = new LinkedHashMap<>();
        for (Trigger<T> rule : rules.heardIn(reading.title(), reading.text())) {
            if (rule.firesIn(reading)) {
                found.putIfAbsent(rule.target(), rule.pattern());
            }
        }
        return found;
    }
}
