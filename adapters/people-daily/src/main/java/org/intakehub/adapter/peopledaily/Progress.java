package org.intakehub.adapter.peopledaily;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.intakehub.core.channel.Cursor;

/**
 * How far all forums have been read, and which threads are looked at again; what the cursor holds.
 *
 * @param forum number of the forum that the round has come to; behind the last one come the looks
 * @param looks calls that the round has spent on looking again
 * @param time of the last answer, in seconds since 1970
 */
record Progress(Map<String, Mark> marks, int forum, int looks, long time, List<Watched> watched) {
    static final Progress NONE = new Progress(Map.of(), 0, 0, 0, List.of());

    private static final long DAY = 86_400;

    Progress {
        marks = Map.copyOf(marks);
        watched = List.copyOf(watched);
    }

    Mark mark(String fid) {
        return marks.getOrDefault(fid, Mark.NONE);
    }

    Progress with(String fid, Mark mark) {
        var all = new TreeMap<>(marks);
        all.put(fid, mark);
        return new Progress(all, forum, looks, time, watched);
    }

    Progress at(Instant now) {
        return new Progress(marks, forum, looks, now.getEpochSecond(), watched);
    }

    Progress nextForum() {
        return new Progress(marks, forum + 1, looks, time, watched);
    }

    Progress restarted() {
        return new Progress(marks, 0, 0, time, watched);
    }

    Optional<Watched> watched(long tid) {
        return watched.stream().filter(one -> one.tid() == tid).findFirst();
    }

    /** Counts a look at the thread, whatever it showed. */
    Progress looked(long tid) {
        var all = watched.stream()
                .map(one -> one.tid() == tid ? new Watched(tid, one.fid(), one.seen(), one.since(), time) : one)
                .toList();
        return new Progress(marks, forum, looks + 1, time, all);
    }

    /** Takes the thread out of those that are looked at. */
    Progress without(long tid) {
        var others = watched.stream().filter(one -> one.tid() != tid).toList();
        return new Progress(marks, forum, looks, time, others);
    }

    /** Looks at the thread again from now on; what has been looked at for long gives way. */
    Progress watching(Watched thread, Watch rule) {
        var all = Stream.concat(without(thread.tid()).watched.stream(), Stream.of(thread))
                .filter(one -> one.since() + rule.days() * DAY > time)
                .sorted(Comparator.comparingLong(Watched::since).reversed())
                .limit(rule.most())
                .toList();
        return new Progress(marks, forum, looks, time, all);
    }

    /** The thread to look at next, if one is due and the round may. */
    Optional<Watched> due(Watch rule) {
        return looks >= rule.looks()
                ? Optional.empty()
                : watched.stream()
                        .filter(one -> one.looked() + rule.every().toSeconds() <= time)
                        .filter(one -> one.since() + rule.days() * DAY > time)
                        .min(Comparator.comparingLong(Watched::looked));
    }

    Cursor cursor() {
        return new Cursor(ProgressText.write(this));
    }

    /** A cursor that cannot be read begins from the start: what is found again is known by its key. */
    static Progress read(Cursor cursor) {
        return ProgressText.read(cursor.value());
    }
}
