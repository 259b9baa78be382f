package org.intakehub.core.hotspot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts different citizens: who shares a mark is one, and all who give no name are one, for they may be. */
final class Citizens {
    private Citizens() {}

    static int different(List<Sighting> sightings) {
        List<Set<Integer>> known = new ArrayList<>();
        boolean nameless = false;
        for (Sighting sighting : sightings) {
            nameless |= sighting.citizen().isEmpty();
            if (!sighting.citizen().isEmpty()) {
                add(known, sighting.citizen());
            }
        }
        return known.size() + (nameless ? 1 : 0);
    }

    /** One who joins two marks that seemed strangers makes one citizen of them. */
    private static void add(List<Set<Integer>> known, Set<Integer> marks) {
        Set<Integer> all = new HashSet<>(marks);
        List<Set<Integer>> same = known.stream()
                .filter(other -> !Collections.disjoint(other, marks))
                .toList();
        same.forEach(all::addAll);
        known.removeAll(same);
        known.add(all);
    }
}
