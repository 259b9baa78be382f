package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong until everything has been read. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String file, int line, String what) {
        found.add(file + ":" + line + ": " + what);
    }

    void add(String file, String what) {
        found.add(file + ": " + what);
    }

    /** @throws InvalidRules if there is any */
    void raise() {
        if (!found.isEmpty()) {
            throw new InvalidRules(found);
        }
    }
}
