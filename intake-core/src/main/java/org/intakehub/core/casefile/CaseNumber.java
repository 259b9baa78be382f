package org.intakehub.core.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A case's public number: division, day of acceptance in local time, and a running number within the day. */
public record CaseNumber(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{6}-\\d{8}-\\d{6,9}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a case number looks like 340181-20260630-000017");
        }
    }

    /**
     * The number of a day's case.
     *
     * @param city administrative division of the city, six digits
     * @param running 1 for the day's first
     */
    public static CaseNumber of(String city, LocalDate day, int running) {
        return new CaseNumber("%s-%s-%06d".formatted(city, DAY.format(day), running));
    }

    @Override
    public String toString() {
        return value;
    }
}
