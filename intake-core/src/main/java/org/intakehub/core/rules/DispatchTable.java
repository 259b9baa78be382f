package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.dispatch.DispatchRule;
import org.intakehub.core.dispatch.Territory;
import org.intakehub.core.dispatch.Unit;

/** Reads who answers for what, and sees to it that somebody answers for every category and for threats. */
final class DispatchTable {
    private final CityLists lists;
    private final List<DispatchRule> rules = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    DispatchTable(RuleSource source, Problems problems, CityLists lists) {
        this.lists = lists;
        List<Row> rows = source.rows(RuleFile.DISPATCH, problems);
        rows.forEach(this::rule);
        if (!rows.isEmpty()) {
            checkThatSomebodyLeads(problems);
        }
    }

    List<DispatchRule> rules() {
        return rules;
    }

    private void rule(Row row) {
        String matter = row.cell("category");
        String place = row.cell("place");
        checkMatter(matter, row);
        checkPlace(place, row);
        Optional<Unit> lead = Optional.of(row.cell("lead"))
                .filter(cell -> !cell.isEmpty())
                .flatMap(code -> lists.units().referredTo(code, "lead", row));
        Optional<Territory> territory = row.choice("territory", Territory.class);
        if (territory.isEmpty()) {
            return;
        }
        DispatchRule rule = new DispatchRule(
                matter, place, lead, units("assist", row), units("supervise", row), territory.get(), row.label());
        if (row.cell("lead").isEmpty()
                && !rule.decides()
                && rule.assist().isEmpty()
                && rule.supervise().isEmpty()) {
            row.problem("does nothing; expected a lead, territory leads, or units that assist or supervise");
        }
        Integer first = rule.decides() ? lines.putIfAbsent(matter + " " + place, row.line()) : null;
        if (first != null) {
            row.problem("line " + first + " already says who leads for " + matter + " at " + place + "; expected once");
        }
        rules.add(rule);
    }

    private List<Unit> units(String column, Row row) {
        return row.list(column).stream()
                .flatMap(code -> lists.units().referredTo(code, column, row).stream())
                .toList();
    }

    private void checkMatter(String matter, Row row) {
        boolean isKnown = matter.equals(DispatchRule.ANY)
                || matter.equals(DispatchRule.THREAT)
                || (List.of(2, 4).contains(matter.length())
                        && lists.categories().entries().stream()
                                .anyMatch(category -> category.code().value().startsWith(matter)));
        if (!isKnown) {
            row.problem("category \"" + matter
                    + "\" is unknown; expected *, threat, or the first two or all four digits of a"
                    + " code of categories.csv");
        }
    }

    private void checkPlace(String place, Row row) {
        boolean isKnown = place.equals(DispatchRule.ANY)
                || place.equals(AreaKind.URBAN.name())
                || place.equals(AreaKind.TOWNSHIP.name())
                || lists.divisions().find(place).isPresent();
        if (!isKnown) {
            row.problem("place \"" + place + "\" is unknown; expected *, URBAN, TOWNSHIP, or a code of divisions.csv");
        }
    }

    private void checkThatSomebodyLeads(Problems problems) {
        lists.categories().entries().stream()
                .map(category -> category.code().value())
                .filter(code -> !isLedEverywhere(code))
                .forEach(code -> problems.add(
                        RuleFile.DISPATCH.fileName(),
                        "nobody leads for category " + code
                                + "; expected a row with that category, its first two digits or"
                                + " *, place *, and a lead"));
        if (!isLedEverywhere(DispatchRule.THREAT)) {
            problems.add(
                    RuleFile.DISPATCH.fileName(),
                    "nobody leads for a threat; expected a row with category threat, place *, and a lead");
        }
    }

    private boolean isLedEverywhere(String matter) {
        return rules.stream()
                .filter(rule ->
                        rule.place().equals(DispatchRule.ANY) && rule.lead().isPresent())
                .anyMatch(rule -> rule.matter().equals(DispatchRule.ANY)
                        ? !matter.equals(DispatchRule.THREAT)
                        : matter.startsWith(rule.matter()));
    }
}
