package org.intakehub.simulators.peopledaily;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.intakehub.simulators.Matter;

/** All threads of the board; their numbers rise. */
final class Threads {
    private static final long FIRST = 14_592_777;

    private final ConcurrentSkipListMap<Long, BoardThread> threads = new ConcurrentSkipListMap<>();
    private final AtomicLong next = new AtomicLong(FIRST);

    long add(String fid, Matter matter, boolean company, Instant at) {
        var tid = next.getAndIncrement();
        threads.put(tid, new BoardThread(tid, fid, matter, company, at, List.of(), List.of()));
        return tid;
    }

    void change(long tid, UnaryOperator<BoardThread> change) {
        threads.computeIfPresent(tid, (number, thread) -> change.apply(thread));
    }

    Optional<BoardThread> get(long tid) {
        return Optional.ofNullable(threads.get(tid));
    }

    /** The newest threads of a forum below a number. */
    List<BoardThread> page(String fid, long below, int size) {
        return threads.headMap(below, false).descendingMap().values().stream()
                .filter(thread -> thread.fid().equals(fid))
                .limit(size)
                .toList();
    }
}
