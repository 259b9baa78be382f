package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.intakehub.core.classification.Where;
import org.intakehub.core.classification.WordRule;

/** Reads a list of words: each row a target, a pattern, and what the file has of weight, where and excludes. */
final class WordRules {
    private static final int LONGEST = 30;

    private final RuleSource source;
    private final Problems problems;

    WordRules(RuleSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** @param target reads what a row speaks for, and reports it if it cannot */
    <T> List<WordRule<T>> read(RuleFile file, Function<Row, Optional<T>> target) {
        List<WordRule<T>> rules = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : source.rows(file, problems)) {
            Optional<T> means = target.apply(row);
            String word = file.columns().contains("pattern") ? "pattern" : "name";
            Optional<String> pattern = pattern(row, word);
            Optional<Double> weight = file.columns().contains("weight") ? row.weight("weight") : Optional.of(1.0);
            Optional<Where> where =
                    file.columns().contains("where") ? row.choice("where", Where.class) : Optional.of(Where.BOTH);
            if (means.isPresent() && pattern.isPresent() && weight.isPresent() && where.isPresent()) {
                Integer first = seen.putIfAbsent(means.get() + " " + pattern.get(), row.line());
                if (first != null) {
                    row.problem(
                            word, "\"" + pattern.get() + "\" stands for the same in line " + first + "; expected once");
                }
                rules.add(new WordRule<>(means.get(), pattern.get(), weight.get(), where.get(), row.list("excludes")));
            }
        }
        return rules;
    }

    private static Optional<String> pattern(Row row, String column) {
        return row.text(column).filter(pattern -> {
            boolean usable = pattern.length() <= LONGEST
                    && List.of(pattern.split("\\*", -1)).stream().noneMatch(String::isBlank);
            if (!usable) {
                row.problem(column + " \"" + pattern
                        + "\" is no pattern; expected a word, or words joined by *, of at most " + LONGEST
                        + " characters");
            }
            return usable;
        });
    }
}
