package org.intakehub.core.learning;

import java.util.Map;

/**
 * What a model sees of one message.
 *
 * @param title one case, no blanks; may be empty
 * @param text the same
 * @param hints how strongly something else, such as the keywords of a category, speaks; by name, above 0
 */
public record Evidence(String title, String text, Map<String, Double> hints) {
    public Evidence {
        hints = Map.copyOf(hints);
    }

    /** Lengths only: the words are the citizen's. */
    @Override
    public String toString() {
        return "Evidence[title " + title.length() + " characters, text " + text.length() + " characters, "
                + hints.size() + " hints]";
    }
}
