package org.intakehub.gateway.report;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A span as an address has it; nothing means the current month.
 *
 * @param asOf an instant, or {@code now}; nothing: the end of the span
 */
record AskedSpan(
        @Parameter(description = "A month, such as 2026-10; instead of from and to") @Nullable
        String month,

        @Parameter(description = "First day, such as 2026-10-01") @Nullable
        String from,

        @Parameter(description = "The day after the last one") @Nullable
        String to,

        @Parameter(
                description =
                        "How things stood at this instant, or 'now'; the end of the span unless told. The answer names it:"
                                + " asked with it again, the figures are the same")
        @Nullable
        String asOf) {
    static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
