package org.intakehub.core.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A city's files cannot be used; names every problem at once, so that they can be mended in one go. */
public final class InvalidRules extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<RuleProblem> found;

    InvalidRules(List<RuleProblem> found) {
        super(found.size() + " problem(s) in the rules:\n"
                + found.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.found = List.copyOf(found);
    }

    /** In the order of the files. */
    public List<RuleProblem> found() {
        return found;
    }

    /** Each with file, line, what is wrong and what is expected, in the order of the files. */
    public List<String> problems() {
        return found.stream().map(RuleProblem::toString).toList();
    }
}
