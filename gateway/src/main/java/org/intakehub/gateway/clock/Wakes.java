package org.intakehub.gateway.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Deadlines;
import org.intakehub.core.clock.NoCalendar;
import org.intakehub.core.clock.Pause;
import org.intakehub.core.clock.Rung;
import org.intakehub.core.clock.Term;
import org.springframework.stereotype.Component;

/** Says when a running clock has to be looked at: at each rung of its ladder, and at its deadline in any case. */
@Component
class Wakes {
    static final int WHOLE = 100;

    private final Deadlines deadlines;

    Wakes(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** What decides when a clock wakes. */
    record Run(ClockKind kind, Term term, Instant started, List<Pause> pauses, List<Rung> ladder) {}

    /** Empty while a year's calendar is missing. */
    Optional<Instant> due(Run run) {
        try {
            return Optional.of(
                    deadlines.of(run.term(), run.started(), run.pauses()).due());
        } catch (NoCalendar missing) {
            return Optional.empty();
        }
    }

    /** The next share at which something happens. */
    Optional<Integer> share(Run run, int percent) {
        return IntStream.concat(IntStream.of(WHOLE), run.ladder().stream().mapToInt(Rung::percent))
                .filter(share -> share > percent)
                .boxed()
                .min(Integer::compare);
    }

    /** When that is; empty: never, or a year's calendar is missing. */
    Optional<Instant> next(Run run, int percent) {
        return run.kind() == ClockKind.RETURN
                ? Optional.empty()
                : share(run, percent).flatMap(share -> at(run, share));
    }

    /** The highest share whose time is over. */
    int passed(Run run, Instant now) {
        return IntStream.concat(IntStream.of(WHOLE), run.ladder().stream().mapToInt(Rung::percent))
                .filter(share ->
                        at(run, share).filter(when -> !when.isAfter(now)).isPresent())
                .max()
                .orElse(0);
    }

    private Optional<Instant> at(Run run, int share) {
        try {
            return Optional.of(deadlines.at(share, run.term(), run.started(), run.pauses()));
        } catch (NoCalendar missing) {
            return Optional.empty();
        }
    }
}
