package org.intakehub.gateway.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.intakehub.core.dispatch.UnitSuggestions;
import org.intakehub.core.rules.CityRules;
import org.springframework.stereotype.Component;

/** Suggests the units for a case by the city's table and by what the units have led before. */
@Component
public class SuggestedUnits {
    private final DispatchedCases cases;
    private final UnitExperience experience;
    private final CityRules rules;

    SuggestedUnits(DispatchedCases cases, UnitExperience experience, CityRules rules) {
        this.cases = cases;
        this.experience = experience;
        this.rules = rules;
    }

    /**
     * A suggested unit.
     *
     * @param share how much speaks for it, 0 to 1
     */
    public record Suggested(String unit, String name, double share, List<Reason> reasons) {}

    /**
     * One ground for a suggestion.
     *
     * @param kind rule, or what the cases that it handled have in common with this one: category, group, place, category-place, area
     * @param detail the line of the table, or the common value
     * @param handled of the cases in common, those that the unit led; 0 for a rule
     * @param of all cases in common; 0 for a rule
     */
    public record Reason(String kind, String detail, long handled, long of) {}

    /** The first three, best first; empty if there is no such case, or nothing speaks for any unit. */
    public List<Suggested> forCase(UUID id) {
        var suggestions = new UnitSuggestions(rules.dispatch(), rules.units());
        return cases.find(id).stream()
                .map(DispatchedCases.Open::classification)
                .flatMap(matter -> suggestions.suggest(matter, experience.of(UnitSuggestions.traits(matter))).stream())
                .map(SuggestedUnits::suggested)
                .toList();
    }

    private static Suggested suggested(UnitSuggestions.Suggestion suggestion) {
        var byRule = suggestion.rule().stream().map(rule -> new Reason("rule", rule, 0, 0));
        var byCases = suggestion.precedents().stream()
                .map(precedent -> new Reason(
                        precedent.trait().kind(), precedent.trait().value(), precedent.handled(), precedent.of()));
        return new Suggested(
                suggestion.unit().code().value(),
                suggestion.unit().name(),
                suggestion.share(),
                Stream.concat(byRule, byCases).toList());
    }
}
