package org.intakehub.deploy.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** So many senders at once, each doing the same over and over for a while. */
final class Crowd {
    private final int senders;

    Crowd(int senders) {
        this.senders = senders;
    }

    /** What a sender does once; it owns its connection. */
    interface Work extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Runs for that many seconds; whatever fails ends the run. Each sender first makes its own work. */
    Figures run(double seconds, Callable<Work> makesWork) throws Exception {
        var pool = Executors.newFixedThreadPool(senders);
        var barrier = new CyclicBarrier(senders);
        try {
            List<Future<long[]>> futures = new ArrayList<>();
            for (var i = 0; i < senders; i++) {
                futures.add(pool.submit(() -> send(seconds, makesWork, barrier)));
            }
            var all = new ArrayList<long[]>();
            for (var future : futures) {
                all.add(future.get());
            }
            return Figures.of(all, seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sender failed", e.getCause());
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private static long[] send(double seconds, Callable<Work> makesWork, CyclicBarrier barrier) throws Exception {
        try (var work = makesWork.call()) {
            barrier.await(30, TimeUnit.SECONDS);
            var nanos = new long[1024];
            var count = 0;
            var end = System.nanoTime() + (long) (seconds * 1e9);
            for (var start = System.nanoTime(); start < end; ) {
                work.once();
                var now = System.nanoTime();
                nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
                nanos[count++] = now - start;
                start = now;
            }
            return Arrays.copyOf(nanos, count);
        }
    }
}
