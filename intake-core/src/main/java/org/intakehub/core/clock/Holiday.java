package org.intakehub.core.clock;

import java.time.LocalDate;
import java.util.Set;

/**
 * One holiday of the State Council's notice for a year.
 *
 * @param notice the year of the notice; it may also speak of days in the December before
 * @param off days off, weekends among them included
 * @param work days that are worked, nearly always weekends in exchange
 */
public record Holiday(int notice, String name, Set<LocalDate> off, Set<LocalDate> work) {
    public Holiday {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }
}
