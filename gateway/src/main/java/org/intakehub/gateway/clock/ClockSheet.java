package org.intakehub.gateway.clock;

import java.time.Instant;
import java.util.List;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A clock with the explanation of its deadline.
 *
 * @param unit whose work order it is; none: it is the case's
 * @param dueAt none while the calendar of a year is missing
 * @param policy version and row of the policy that it started with
 * @param isBreach it ended, or runs on, after its time; letting the time for returns pass is none
 * @param steps each day, and how it counted
 */
public record ClockSheet(
        ClockKind kind,
        @Nullable String unit,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant pausedAt,
        boolean isBreach,
        String term,
        String policy,
        List<Deadline.Step> steps) {
    public ClockSheet {
        steps = List.copyOf(steps);
    }

    public boolean isRunning() {
        return stoppedAt == null && pausedAt == null;
    }
}
