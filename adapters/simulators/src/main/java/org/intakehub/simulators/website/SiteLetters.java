package org.intakehub.simulators.website;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.simulators.Matter;

/** All letters of the site; what is published pushes older letters to later pages. */
final class SiteLetters {
    private final ConcurrentSkipListMap<Integer, SiteLetter> letters = new ConcurrentSkipListMap<>();
    private final Set<Integer> hidden = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger(88_213);

    int add(Matter matter, Instant at) {
        var id = next.getAndIncrement();
        letters.put(id, new SiteLetter(id, matter, at, Optional.empty()));
        return id;
    }

    void answer(int id, SiteLetter.SiteAnswer answer) {
        letters.computeIfPresent(
                id, (number, letter) -> new SiteLetter(number, letter.matter(), letter.at(), Optional.of(answer)));
    }

    Optional<SiteLetter> get(int id) {
        return Optional.ofNullable(letters.get(id)).filter(letter -> !hidden.contains(id));
    }

    /** The letter's page goes away; the list still names it. */
    void hide(int id) {
        hidden.add(id);
    }

    /** Newest first. */
    List<SiteLetter> page(int number, int size) {
        return letters.descendingMap().values().stream()
                .skip((long) number * size)
                .limit(size)
                .toList();
    }
}
