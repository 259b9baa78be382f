package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds among thousands of triggers the few that can fire: those whose first word stands in the matter. */
final class TriggerIndex<T> {
    private final Map<Integer, List<Trigger<T>>> byFirstWord = new HashMap<>();

    TriggerIndex(List<WordRule<T>> rules, PhraseIds ids) {
        for (WordRule<T> rule : rules) {
            Trigger<T> trigger = new Trigger<>(rule, ids);
            byFirstWord
                    .computeIfAbsent(trigger.firstWord(), word -> new ArrayList<>())
                    .add(trigger);
        }
    }

    /** Those whose first word stands in any of the readings, each once, always in the same order. */
    List<Trigger<T>> heardIn(Reading... readings) {
        List<Trigger<T>> heard = new ArrayList<>();
        for (int index = 0; index < readings.length; index++) {
            for (int word : readings[index].phrases()) {
                List<Trigger<T>> triggers = byFirstWord.get(word);
                if (triggers != null && !isIn(readings, index, word)) {
                    heard.addAll(triggers);
                }
            }
        }
        return heard;
    }

    private static boolean isIn(Reading[] readings, int before, int word) {
        for (int index = 0; index < before; index++) {
            if (readings[index].has(word)) {
                return true;
            }
        }
        return false;
    }
}
