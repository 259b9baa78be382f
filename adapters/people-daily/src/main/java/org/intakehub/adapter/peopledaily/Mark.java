package org.intakehub.adapter.peopledaily;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a forum has been read. Threads are published after a check, so one may appear below others that are known: the newest known
 * threads are kept by name, and the oldest of them is the watermark.
 *
 * @param known the newest threads of finished walks, newest first
 * @param found the newest threads of the walk that is under way, newest first
 * @param lastItem where that walk goes on; empty if none is under way
 */
record Mark(List<Long> known, List<Long> found, String lastItem) {
    static final Mark NONE = new Mark(List.of(), List.of(), "");

    private static final int KEPT = 60;

    Mark {
        known = newest(known);
        found = newest(found);
    }

    boolean isNew(long tid) {
        return tid > watermark() && !known.contains(tid) && !found.contains(tid);
    }

    private long watermark() {
        return known.size() < KEPT ? 0 : known.get(known.size() - 1);
    }

    /** The walk goes on behind the item. */
    Mark behind(String item, Collection<Long> tids) {
        return new Mark(known, joined(found, tids), item);
    }

    /** The walk has come to its end. */
    Mark finished(Collection<Long> tids) {
        return new Mark(joined(known, joined(found, tids)), List.of(), "");
    }

    private static List<Long> joined(Collection<Long> some, Collection<Long> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Long> newest(List<Long> tids) {
        return tids.stream()
                .distinct()
                .sorted((one, other) -> Long.compare(other, one))
                .limit(KEPT)
                .toList();
    }
}
