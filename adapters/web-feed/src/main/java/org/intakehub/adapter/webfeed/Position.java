package org.intakehub.adapter.webfeed;

import java.util.List;
import java.util.stream.Stream;
import org.intakehub.core.channel.Cursor;

/**
 * How far a feed was read. Entries may appear below newer ones, so the known ones are kept by name.
 *
 * @param page where the walk goes on; empty if none is under way
 * @param found marks of the walk under way, newest last
 * @param known marks of finished walks, newest last
 */
record Position(String page, List<String> found, List<String> known) {
    /** Feeds show some tens of entries. */
    private static final int KEPT = 1_000;

    static Position of(Cursor cursor) {
        var lines = cursor.value().lines().toList();
        return lines.isEmpty()
                ? new Position("", List.of(), List.of())
                : new Position(lines.get(0), marks(lines, "+"), marks(lines, "="));
    }

    private static List<String> marks(List<String> lines, String sign) {
        return lines.stream()
                .skip(1)
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1))
                .toList();
    }

    boolean knows(String mark) {
        return known.contains(mark) || found.contains(mark);
    }

    Position found(String mark) {
        return new Position(page, Stream.concat(found.stream(), Stream.of(mark)).toList(), known);
    }

    Position goingOn(String next) {
        return new Position(next, found, known);
    }

    Position finished() {
        var all = Stream.concat(known.stream(), found.stream()).toList();
        return new Position("", List.of(), all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    Cursor cursor() {
        var text = new StringBuilder(page);
        found.forEach(mark -> text.append("\n+").append(mark));
        known.forEach(mark -> text.append("\n=").append(mark));
        return new Cursor(text.toString());
    }
}
