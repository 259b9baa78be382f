package org.intakehub.gateway.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a draft would have decided otherwise.
 *
 * @param looked cases that both sets of rules were run on
 * @param outOfTime there were more, and no time for them
 * @param judged of those looked at, cases whose category a person decided
 * @param rightBefore of the judged, those on which the rules in force agree with the person
 * @param rightAfter of the judged, those on which the draft agrees
 * @param cases that are decided otherwise, newest first
 */
record TrialReport(int looked, boolean outOfTime, int judged, int rightBefore, int rightAfter, List<Changed> cases) {
    TrialReport {
        cases = List.copyOf(cases);
    }

    /** A case that is decided otherwise. */
    record Changed(UUID id, String number, String title, List<Decision.Shift> shifts) {
        Changed {
            shifts = List.copyOf(shifts);
        }
    }

    /** How many cases differ in what; only what differs anywhere, in the order of the aspects. */
    public Map<Decision.Aspect, Long> counts() {
        return cases.stream()
                .flatMap(one -> one.shifts().stream())
                .map(Decision.Shift::aspect)
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(Decision.Aspect.class), Collectors.counting()));
    }
}
