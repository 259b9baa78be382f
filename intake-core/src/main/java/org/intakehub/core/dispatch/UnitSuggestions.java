package org.intakehub.core.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intakehub.core.classification.Classification;

/** Suggests who should get a matter: the city's table to begin with, and the more cases like it were handled, the more they. */
public final class UnitSuggestions {
    /** So many cases of a category count as much as the table. */
    private static final double TABLE_WEIGHS = 30;

    private static final int SHOWN = 3;

    private final DispatchRules rules;
    private final List<Unit> units;

    public UnitSuggestions(DispatchRules rules, List<Unit> units) {
        this.rules = rules;
        this.units = List.copyOf(units);
    }

    /**
     * A unit that may be the right one.
     *
     * @param share how much speaks for it, 0 to 1
     * @param rule the line of the table that names it; empty if none does
     * @param precedents what it has handled that resembles the matter, the clearest first
     */
    public record Suggestion(Unit unit, double share, List<String> rule, List<ExperiencedUnits.Precedent> precedents) {
        public Suggestion {
            rule = List.copyOf(rule);
            precedents = List.copyOf(precedents);
        }
    }

    /** What is known of a matter when it comes in. */
    public static List<Trait> traits(Classification matter) {
        List<Trait> traits = new ArrayList<>();
        matter.category().ifPresent(category -> {
            traits.add(new Trait("category", category.value()));
            traits.add(new Trait("group", category.parent()));
        });
        matter.division().ifPresent(division -> traits.add(new Trait("place", division.code())));
        if (matter.category().isPresent() && matter.division().isPresent()) {
            traits.add(new Trait(
                    "category-place",
                    matter.category().get().value() + "@"
                            + matter.division().get().code()));
        }
        traits.add(new Trait("area", matter.area().name()));
        return traits;
    }

    /** The first three, best first; never an accused unit, nor one that the city no longer has. */
    public List<Suggestion> suggest(Classification matter, Experience experience) {
        List<Trait> traits = traits(matter);
        double byTable = TABLE_WEIGHS / (TABLE_WEIGHS + known(traits, experience));
        Map<String, Grounds> grounds = new HashMap<>();
        List<Assignment> assignments = rules.assign(matter);
        double parts = assignments.stream().mapToDouble(UnitSuggestions::part).sum();
        for (Assignment assignment : assignments) {
            grounds(grounds, assignment.unit().code().value()).byRule(assignment, byTable * part(assignment) / parts);
        }
        if (byTable < 1) {
            for (ExperiencedUnits.Ranked ranked : ExperiencedUnits.rank(traits, experience)) {
                grounds(grounds, ranked.unit()).byCases(ranked, (1 - byTable) * ranked.share());
            }
        }
        matter.accused().forEach(grounds::remove);
        return units.stream()
                .filter(unit -> grounds.containsKey(unit.code().value()))
                .map(unit -> grounds(grounds, unit.code().value()).suggestion(unit))
                .sorted(Comparator.comparingDouble(Suggestion::share)
                        .reversed()
                        .thenComparing(suggestion -> suggestion.unit().code().value()))
                .limit(SHOWN)
                .toList();
    }

    private static Grounds grounds(Map<String, Grounds> all, String unit) {
        return all.computeIfAbsent(unit, code -> new Grounds());
    }

    /** How many cases of the matter's category have been handled. */
    private static long known(List<Trait> traits, Experience experience) {
        return traits.stream()
                .filter(trait -> trait.kind().equals("category"))
                .flatMap(trait -> experience.shared().getOrDefault(trait, Map.of()).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static double part(Assignment assignment) {
        return switch (assignment.role()) {
            case LEAD -> 4;
            case ASSIST -> 2;
            case SUPERVISE -> 1;
        };
    }

    /** What speaks for one unit. */
    private static final class Grounds {
        private double share;
        private List<String> rule = List.of();
        private List<ExperiencedUnits.Precedent> precedents = List.of();

        void byRule(Assignment assignment, double worth) {
            share += worth;
            rule = List.of(assignment.reason());
        }

        void byCases(ExperiencedUnits.Ranked ranked, double worth) {
            share += worth;
            precedents = ranked.precedents();
        }

        Suggestion suggestion(Unit unit) {
            return new Suggestion(unit, share, rule, precedents);
        }
    }
}
