package org.intakehub.adapter.peopledaily;

import static org.intakehub.adapter.peopledaily.PeopleDailySettings.check;
import static org.intakehub.adapter.peopledaily.PeopleDailySettings.given;

import java.time.Duration;

/**
 * How threads are looked at again until the citizen has rated the answer.
 *
 * @param most threads at a time; the oldest give way
 * @param days how long after its day a thread is looked at
 * @param every least time between two looks at a thread
 * @param looks calls of a round
 */
public record Watch(Integer most, Integer days, Duration every, Integer looks) {
    static final Watch DEFAULT = new Watch(1_000, 90, Duration.ofHours(2), 20);

    public Watch {
        most = given(most, 1_000);
        days = given(days, 90);
        every = given(every, Duration.ofHours(2));
        looks = given(looks, 20);
        check(most >= 0 && most <= 10_000, "watch.most lies between 0 and 10000");
        check(days > 0, "watch.days is at least 1");
        check(!every.isNegative(), "watch.every is not negative");
        check(looks >= 0 && looks <= 500, "watch.looks lies between 0 and 500");
    }
}
