package org.intakehub.adapter.governmentwebsite;

import static org.intakehub.adapter.governmentwebsite.Checks.check;
import static org.intakehub.adapter.governmentwebsite.Checks.given;

import java.time.Duration;

/**
 * How much of what was read is read again, because letters are published late and answered later.
 *
 * @param pages first pages of the list that every round reads
 * @param letters newest letters of which it is known what stood there
 * @param every least time between two looks at the page of a letter that is not answered
 * @param looks such looks of a round
 */
public record Again(Integer pages, Integer letters, Duration every, Integer looks) {
    static final Again DEFAULT = new Again(3, 2_000, Duration.ofHours(6), 10);

    public Again {
        pages = given(pages, 3);
        letters = given(letters, 2_000);
        every = given(every, Duration.ofHours(6));
        looks = given(looks, 10);
        check(pages >= 1 && pages <= 100, "again.pages lies between 1 and 100");
        check(letters >= 1 && letters <= 20_000, "again.letters lies between 1 and 20000");
        check(!every.isNegative(), "again.every is not negative");
        check(looks >= 0 && looks <= 200, "again.looks lies between 0 and 200");
    }
}
