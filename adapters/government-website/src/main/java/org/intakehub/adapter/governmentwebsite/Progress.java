package org.intakehub.adapter.governmentwebsite;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Cursor;

/**
 * How far a list has been read and what stood there; what the cursor holds.
 *
 * @param page that the round has come to, from 0; -1 once the list is done with
 * @param walked whether the list has been read to its end once
 * @param looks calls that the round has spent on letters' pages again
 * @param time of the last answer, in seconds since 1970
 * @param seen newest letters first
 */
record Progress(int page, boolean walked, int looks, long time, Map<String, Seen> seen) {
    static final Progress NONE = new Progress(0, false, 0, 0, Map.of());
    static final int DONE = -1;

    Progress {
        seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    }

    Progress at(Instant now) {
        return new Progress(page, walked, looks, now.getEpochSecond(), seen);
    }

    Progress nextPage() {
        return new Progress(page + 1, walked, looks, time, seen);
    }

    Progress listDone() {
        return new Progress(DONE, true, looks, time, seen);
    }

    Progress restarted() {
        return new Progress(0, walked, 0, time, seen);
    }

    Progress oneMoreLook() {
        return new Progress(page, walked, looks + 1, time, seen);
    }

    /** The first walk goes from new to old; later, what is unknown is new. */
    Progress with(String id, Seen letter, int most) {
        var all = new LinkedHashMap<String, Seen>();
        if (walked && !seen.containsKey(id)) {
            all.put(id, letter);
        }
        all.putAll(seen);
        if (seen.containsKey(id) || all.size() < most) {
            all.put(id, letter);
        }
        while (all.size() > most) {
            List.copyOf(all.keySet()).subList(most, all.size()).forEach(all::remove);
        }
        return new Progress(page, walked, looks, time, all);
    }

    /** The letter whose page waited longest, if one is due and the round may look. */
    Optional<String> due(Again rule) {
        return looks >= rule.looks()
                ? Optional.empty()
                : seen.entrySet().stream()
                        .filter(letter -> letter.getValue().state() != Seen.State.DONE)
                        .filter(letter ->
                                letter.getValue().looked() + rule.every().toSeconds() <= time)
                        .min(Comparator.comparingLong(
                                letter -> letter.getValue().looked()))
                        .map(Map.Entry::getKey);
    }

    Cursor cursor() {
        var lines = new StringBuilder("round " + page + " " + walked + " " + looks + " " + time);
        seen.forEach((id, letter) -> lines.append("\n")
                .append(letter.state())
                .append(' ')
                .append(letter.looked())
                .append(' ')
                .append(letter.row())
                .append(' ')
                .append(letter.said())
                .append(' ')
                .append(URLEncoder.encode(id, StandardCharsets.UTF_8)));
        return new Cursor(lines.toString());
    }

    /** A cursor that cannot be read begins from the start: what is found again is known by its key. */
    static Progress read(Cursor cursor) {
        var seen = new LinkedHashMap<String, Seen>();
        try {
            var lines = cursor.value()
                    .lines()
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
            for (var words : lines.isEmpty() ? lines : lines.subList(1, lines.size())) {
                seen.put(
                        URLDecoder.decode(words.get(4), StandardCharsets.UTF_8),
                        new Seen(
                                Seen.State.valueOf(words.get(0)),
                                Long.parseLong(words.get(1)),
                                words.get(2),
                                words.get(3)));
            }
            return lines.isEmpty() ? NONE : round(lines.get(0), seen);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    private static Progress round(List<String> words, Map<String, Seen> seen) {
        return new Progress(
                Integer.parseInt(words.get(1)),
                Boolean.parseBoolean(words.get(2)),
                Integer.parseInt(words.get(3)),
                Long.parseLong(words.get(4)),
                seen);
    }
}
