package org.intakehub.core.classification;

import java.util.List;

/**
 * One line of a city's word lists: if the pattern stands in a matter, it speaks for the target.
 *
 * @param pattern a word, or words joined by {@code *}, which stands for up to twelve characters of one sentence
 * @param excludes a word that contains the pattern's cancels the occurrence that it covers; any other cancels the rule wherever it stands
 */
public record WordRule<T>(T target, String pattern, double weight, Where where, List<String> excludes) {
    public WordRule {
        excludes = List.copyOf(excludes);
    }
}
