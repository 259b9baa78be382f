package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps a short keyword quiet inside a longer one of another category: a 垃圾短信 is no 垃圾. */
final class LongerWords {
    private final Map<String, Set<CategoryCode>> categoriesOf = new HashMap<>();
    private final Map<String, Set<String>> longerThan = new HashMap<>();

    LongerWords(List<WordRule<CategoryCode>> keywords) {
        for (WordRule<CategoryCode> keyword : keywords) {
            if (isWord(keyword)) {
                categoriesOf
                        .computeIfAbsent(keyword.pattern(), word -> new TreeSet<>())
                        .add(keyword.target());
            }
        }
        categoriesOf.keySet().forEach(this::addToItsParts);
    }

    /** The same keywords, each excluding the longer ones that it stands in and that do not speak for its own category. */
    List<WordRule<CategoryCode>> excludedFrom(List<WordRule<CategoryCode>> keywords) {
        return keywords.stream().map(this::excluding).toList();
    }

    private WordRule<CategoryCode> excluding(WordRule<CategoryCode> keyword) {
        if (!isWord(keyword)) {
            return keyword;
        }
        List<String> excludes = new ArrayList<>(keyword.excludes());
        for (String longer : longerThan.getOrDefault(keyword.pattern(), Set.of())) {
            if (!categoriesOf.getOrDefault(longer, Set.of()).contains(keyword.target())) {
                excludes.add(longer);
            }
        }
        return new WordRule<>(keyword.target(), keyword.pattern(), keyword.weight(), keyword.where(), excludes);
    }

    private void addToItsParts(String word) {
        for (int from = 0; from < word.length(); from++) {
            for (int to = from + 1; to <= word.length(); to++) {
                String part = word.substring(from, to);
                if (part.length() < word.length() && categoriesOf.containsKey(part)) {
                    longerThan.computeIfAbsent(part, shorter -> new TreeSet<>()).add(word);
                }
            }
        }
    }

    private static boolean isWord(WordRule<CategoryCode> keyword) {
        return keyword.pattern().indexOf('*') < 0;
    }
}
