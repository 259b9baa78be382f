package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every different phrase of all word lists one number, so that one pass over a text serves them all. */
final class PhraseIds {
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    int of(String foldedPhrase) {
        return ids.computeIfAbsent(foldedPhrase, phrase -> ids.size());
    }

    List<String> phrases() {
        return new ArrayList<>(ids.keySet());
    }
}
