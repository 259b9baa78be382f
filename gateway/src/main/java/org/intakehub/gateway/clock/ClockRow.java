package org.intakehub.gateway.clock;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.clock.ClockPolicy;
import org.intakehub.core.clock.Term;

/**
 * A clock that is about to start.
 *
 * @param order empty: it is the case's
 * @param due empty: a year's calendar is missing
 * @param next when it first has to be looked at
 */
record ClockRow(
        Optional<UUID> order,
        ClockPolicy policy,
        Term term,
        Instant started,
        Optional<Instant> due,
        Optional<Instant> next) {}
