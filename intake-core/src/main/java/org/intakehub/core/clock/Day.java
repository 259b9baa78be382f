package org.intakehub.core.clock;

import java.time.LocalDate;

/**
 * What a day is by the State Council's calendar.
 *
 * @param name of the holiday that makes it a day off, or worked though it is a weekend; otherwise empty
 */
public record Day(LocalDate date, Kind kind, String name) {
    /** Why a day is worked or not. */
    public enum Kind {
        WORKDAY,
        WEEKEND,
        HOLIDAY,
        /** A day that the notice wants worked, nearly always a weekend in exchange for a day off. */
        MAKE_UP
    }

    public boolean isWorked() {
        return kind == Kind.WORKDAY || kind == Kind.MAKE_UP;
    }
}
