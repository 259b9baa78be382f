package org.intakehub.core.clock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A city's clocks in all their versions; what is already running keeps the row that it started with. */
public final class ClockPolicies {
    private final TreeMap<LocalDate, List<ClockPolicy>> versions;

    public ClockPolicies(List<ClockPolicy> rows) {
        versions =
                rows.stream().collect(Collectors.groupingBy(ClockPolicy::version, TreeMap::new, Collectors.toList()));
    }

    /** The row that rules such a clock on a day; none before the first version. */
    public Optional<ClockPolicy> choose(ClockKind kind, Circumstances circumstances, LocalDate day) {
        return Optional.ofNullable(versions.floorEntry(day)).map(Map.Entry::getValue).stream()
                .flatMap(List::stream)
                .filter(row -> row.kind() == kind && row.fits(circumstances))
                .max(ClockPolicy.EXACTNESS);
    }

    /** The rows by which clocks start at a moment. */
    public List<ClockPolicy> starting(Moment moment, Circumstances circumstances, LocalDate day) {
        return Arrays.stream(ClockKind.values())
                .flatMap(kind -> choose(kind, circumstances, day).stream())
                .filter(row -> row.starts() == moment && row.limit().isPresent())
                .toList();
    }
}
