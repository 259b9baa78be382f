package org.intakehub.core.rules;

import java.util.List;

/** A city's files cannot be used; names every problem at once, so that they can be mended in one go. */
public final class InvalidRules extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidRules(List<String> problems) {
        super(problems.size() + " problem(s) in the rules:\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with file, line, what is wrong and what is expected, in the order of the files. */
    public List<String> problems() {
        return problems;
    }
}
