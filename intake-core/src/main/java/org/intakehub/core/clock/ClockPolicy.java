package org.intakehub.core.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;

/**
 * One row of a city's clocks.
 *
 * @param version the day from which the row's set holds
 * @param channel empty: any; so are type, urgency and journey
 * @param limit empty: in these circumstances no such clock runs
 * @param ladder by rising share
 * @param label where the row stands, for people
 */
public record ClockPolicy(
        LocalDate version,
        ClockKind kind,
        Optional<String> channel,
        Optional<AppealType> type,
        Optional<Urgency> urgency,
        Optional<Journey> journey,
        Optional<Term> limit,
        Moment starts,
        Moment stops,
        List<Rung> ladder,
        String label) {
    /** The most exact row last: channel before type, type before urgency, urgency before area. */
    static final Comparator<ClockPolicy> EXACTNESS = Comparator.comparing((ClockPolicy row) -> row.channel.isPresent())
            .thenComparing(row -> row.type.isPresent())
            .thenComparing(row -> row.urgency.isPresent())
            .thenComparing(row -> row.journey.isPresent());

    public ClockPolicy {
        ladder = ladder.stream().sorted(Comparator.comparingInt(Rung::percent)).toList();
    }

    boolean fits(Circumstances circumstances) {
        return channel.map(circumstances.channel()::equals).orElse(true)
                && type.map(circumstances.type()::equals).orElse(true)
                && urgency.map(circumstances.urgency()::equals).orElse(true)
                && journey.map(circumstances.journey()::equals).orElse(true);
    }

    /** Who is told next after so many per cent. */
    public Optional<Rung> after(int percent) {
        return ladder.stream().filter(rung -> rung.percent() > percent).findFirst();
    }
}
