package org.intakehub.gateway.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row behind a figure, as it stood at the report's moment.
 *
 * @param at when it came into the span: accepted, dispatched or done
 * @param key of the row within its cohort
 * @param unit code of the unit that led it
 * @param settledAs how it was brought to an end
 * @param mainNumber number of the case that it was merged into
 * @param satisfaction 1 to 5, where the citizen said it
 */
record ReportedCase(
        UUID id,
        UUID key,
        Instant at,
        String number,
        String channel,
        Instant acceptedAt,
        String title,
        @Nullable String category,
        @Nullable String division,
        @Nullable String unit,
        @Nullable String settledAs,
        @Nullable Instant settledAt,
        @Nullable String mainNumber,
        boolean late,
        boolean returned,
        boolean reworked,
        @Nullable Integer satisfaction,
        @Nullable String citizen,
        @Nullable String phones) {
    /** How it stood: open, or how it was brought to an end; for a merged case, as its main case. */
    public String standing() {
        return settledAs == null ? "OPEN" : settledAs;
    }

    @Override
    public String toString() {
        return "ReportedCase[" + number + "]";
    }
}
