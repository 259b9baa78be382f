package org.intakehub.core.dispatch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Division;

/** Assigns a classified matter to the responsible department and to the unit of the place (R10). */
public final class DispatchRules {
    private final List<DispatchRule> mostExactFirst;
    private final Map<String, Unit> territories = new HashMap<>();

    public DispatchRules(List<DispatchRule> rules, List<Unit> units) {
        mostExactFirst = rules.stream()
                .sorted(Comparator.comparingInt(DispatchRule::exactness).reversed())
                .toList();
        units.forEach(unit -> unit.divisionCode().ifPresent(division -> territories.putIfAbsent(division, unit)));
    }

    /**
     * The units that get the matter, the lead first; without a lead, or empty, a person decides.
     *
     * <p>In a threat the rules for threats say who leads, and whoever leads by category assists. An accused unit is never among
     * them; if it would lead, nobody does.
     */
    public List<Assignment> assign(Classification classification) {
        Assignments assignments = new Assignments(classification.accused());
        Optional<Unit> territory = classification.division().map(division -> territories.get(division.code()));
        if (classification.threat()) {
            apply(rulesFor(DispatchRule.THREAT, classification), territory, assignments);
        }
        classification
                .category()
                .map(CategoryCode::value)
                .ifPresent(category -> apply(rulesFor(category, classification), territory, assignments));
        return assignments.leadFirst();
    }

    private List<DispatchRule> rulesFor(String matter, Classification classification) {
        return mostExactFirst.stream()
                .filter(rule -> isOf(rule, matter) && isAt(rule, classification))
                .toList();
    }

    private static boolean isOf(DispatchRule rule, String matter) {
        return rule.matter().equals(DispatchRule.ANY)
                || rule.matter().equals(matter)
                || (!matter.equals(DispatchRule.THREAT) && matter.startsWith(rule.matter()));
    }

    private static boolean isAt(DispatchRule rule, Classification classification) {
        return rule.place().equals(DispatchRule.ANY)
                || rule.place().equals(classification.area().name())
                || classification
                        .division()
                        .map(Division::code)
                        .filter(rule.place()::equals)
                        .isPresent();
    }

    private static void apply(List<DispatchRule> rules, Optional<Unit> territory, Assignments assignments) {
        rules.stream()
                .filter(DispatchRule::decides)
                .findFirst()
                .ifPresent(rule -> decide(rule, territory, assignments));
        rules.stream().filter(rule -> !rule.decides()).forEach(rule -> assignments.addOthers(rule));
    }

    private static void decide(DispatchRule rule, Optional<Unit> territory, Assignments assignments) {
        if (rule.territory() == Territory.LEADS) {
            territory.ifPresent(unit -> assignments.lead(unit, rule));
        }
        rule.lead().ifPresent(unit -> assignments.lead(unit, rule));
        assignments.addOthers(rule);
        if (rule.territory() == Territory.ASSISTS) {
            territory.ifPresent(unit -> assignments.add(unit, Role.ASSIST, rule));
        }
    }
}
