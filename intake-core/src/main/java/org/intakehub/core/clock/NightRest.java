package org.intakehub.core.clock;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Hours in which nobody is disturbed unless it is urgent; they may go past midnight. */
public record NightRest(LocalTime from, LocalTime to, ZoneId zone) {
    /** This moment, or the end of the night in which it lies. */
    public Instant awake(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean evening = !time.isBefore(from);
        boolean morning = time.isBefore(to);
        if (overMidnight ? !evening && !morning : !evening || !morning) {
            return at;
        }
        ZonedDateTime end = local.with(to);
        return (overMidnight && evening ? end.plusDays(1) : end).toInstant();
    }
}
