package org.intakehub.gateway.clock;

import java.time.Instant;
import java.util.Optional;
import org.intakehub.core.clock.NightRest;
import org.intakehub.core.clock.Rung;

/**
 * What becomes of a clock that woke.
 *
 * @param percent share at which somebody was told last, now
 * @param breached it was in time before this
 * @param told who is told, and at which share
 * @param next when it has to be looked at again
 */
record Ring(RunningClock clock, int percent, boolean breached, Optional<Rung> told, Optional<Instant> next) {
    /** At night a breach is a breach, but who has to be told of it is told in the morning, unless the matter is urgent. */
    static Ring of(RunningClock clock, Instant now, Wakes wakes, NightRest night) {
        int share = wakes.share(clock.run(), clock.percent()).orElse(clock.percent());
        var rung = clock.run().ladder().stream()
                .filter(one -> one.percent() == share)
                .findFirst();
        var breached = share >= Wakes.WHOLE && !clock.isBreached();
        var morning = night.awake(now);
        if (rung.isPresent() && !clock.isUrgent() && morning.isAfter(now)) {
            return new Ring(clock, clock.percent(), breached, Optional.empty(), Optional.of(morning));
        }
        return new Ring(clock, share, breached, rung, wakes.next(clock.run(), share));
    }
}
