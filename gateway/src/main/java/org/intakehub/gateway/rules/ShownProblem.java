package org.intakehub.gateway.rules;

import java.util.List;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.core.rules.RuleProblem;

/**
 * A problem beside the line that has it.
 *
 * @param text of the line, if it is one of the draft; else empty
 */
record ShownProblem(RuleProblem problem, String text) {
    static List<ShownProblem> of(List<RuleProblem> problems, RuleFile file, String draft) {
        var lines = draft.lines().toList();
        return problems.stream()
                .map(one -> new ShownProblem(
                        one,
                        one.file().equals(file.fileName()) && one.line() > 0 && one.line() <= lines.size()
                                ? lines.get(one.line() - 1)
                                : ""))
                .toList();
    }
}
