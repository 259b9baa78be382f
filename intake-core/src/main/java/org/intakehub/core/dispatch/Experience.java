package org.intakehub.core.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the units have handled so far, counted.
 *
 * @param cases by unit
 * @param shared by trait and unit, the cases with that trait; may hold only the traits of the matter in question
 * @param values by kind of trait, how many different values have been seen
 */
public record Experience(Map<String, Long> cases, Map<Trait, Map<String, Long>> shared, Map<String, Integer> values) {
    public Experience {
        cases = Map.copyOf(cases);
        shared = Map.copyOf(shared);
        values = Map.copyOf(values);
    }

    /** How many cases with this trait the unit has handled. */
    long count(Trait trait, String unit) {
        return shared.getOrDefault(trait, Map.of()).getOrDefault(unit, 0L);
    }

    /** Gathers experience case by case, in memory; for one thread. */
    public static final class Gatherer {
        private final Map<String, Long> cases = new HashMap<>();
        private final Map<Trait, Map<String, Long>> shared = new HashMap<>();
        private final Map<String, Set<String>> values = new HashMap<>();

        /** One more case with these traits was handled by this unit. */
        public void add(String unit, List<Trait> traits) {
            cases.merge(unit, 1L, Long::sum);
            for (Trait trait : traits) {
                shared.computeIfAbsent(trait, key -> new HashMap<>()).merge(unit, 1L, Long::sum);
                values.computeIfAbsent(trait.kind(), key -> new HashSet<>()).add(trait.value());
            }
        }

        public Experience experience() {
            Map<String, Integer> sizes = new HashMap<>();
            values.forEach((kind, seen) -> sizes.put(kind, seen.size()));
            return new Experience(cases, shared, sizes);
        }
    }
}
