package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong until everything has been read. */
final class Problems {
    private final List<RuleProblem> found = new ArrayList<>();

    void add(String file, int line, String column, String what) {
        found.add(new RuleProblem(file, line, column, what));
    }

    void add(String file, int line, String what) {
        add(file, line, "", what);
    }

    void add(String file, String what) {
        add(file, 0, what);
    }

    /** @throws InvalidRules if there is any */
    void raise() {
        if (!found.isEmpty()) {
            throw new InvalidRules(found);
        }
    }
}
