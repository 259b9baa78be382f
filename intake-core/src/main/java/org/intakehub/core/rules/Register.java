package org.intakehub.core.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries of one kind by their code, in the order of the file; a code stands once. */
final class Register<T> {
    private final String kind;
    private final RuleFile home;
    private final Map<String, T> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    /**
     * @param kind what an entry is called in a problem
     * @param home the file that lists the entries
     */
    Register(String kind, RuleFile home) {
        this.kind = kind;
        this.home = home;
    }

    void add(String code, T entry, Row row) {
        Integer first = lines.putIfAbsent(code, row.line());
        if (first == null) {
            byCode.put(code, entry);
        } else {
            row.problem("code", kind + " " + code + " stands in line " + first + " already; expected once");
        }
    }

    /** The entry that a row refers to; a problem if there is none. */
    Optional<T> referredTo(String code, String column, Row row) {
        Optional<T> entry = find(code);
        if (entry.isEmpty()) {
            row.problem(column + " \"" + code + "\" is no " + kind + "; expected a code of " + home.fileName());
        }
        return entry;
    }

    Optional<T> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Collection<T> entries() {
        return byCode.values();
    }
}
