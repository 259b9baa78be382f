package org.intakehub.core.clock;

/** A deadline needs the holidays of a year whose notice nobody entered; it is never guessed. */
public final class NoCalendar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    NoCalendar(int year) {
        super("calendar.csv has no holidays of " + year);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
