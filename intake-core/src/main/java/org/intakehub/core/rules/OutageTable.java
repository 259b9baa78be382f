package org.intakehub.core.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.classification.WordRule;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.core.outage.OutageRules;

/** Reads in which categories and words people tell of outages. */
final class OutageTable {
    private final Map<OutageKind, Set<String>> categories = new EnumMap<>(OutageKind.class);
    private final List<WordRule<OutageKind>> words;
    private final CityLists lists;
    /** The shipped table may speak of categories that a city with a list of its own does not have. */
    private final boolean shippedForOthers;

    OutageTable(RuleSource source, Problems problems, CityLists lists) {
        this.lists = lists;
        shippedForOthers = source.isBrought(RuleFile.CATEGORIES) && !source.isOwn(RuleFile.OUTAGES);
        source.rows(RuleFile.OUTAGES, problems).forEach(this::kind);
        words = new WordRules(source, problems)
                .read(RuleFile.OUTAGE_WORDS, row -> row.choice("kind", OutageKind.class));
    }

    OutageRules rules() {
        return new OutageRules(categories, words);
    }

    private void kind(Row row) {
        List<String> codes = row.list("categories");
        codes.stream()
                .filter(code ->
                        !shippedForOthers && lists.categories().find(code).isEmpty())
                .forEach(code -> row.problem("categories \"" + code + "\" is no code of categories.csv"));
        row.choice("kind", OutageKind.class).ifPresent(kind -> {
            if (categories.put(kind, Set.copyOf(codes)) != null) {
                row.problem("kind " + row.cell("kind") + " is there twice; expected once");
            }
        });
    }
}
