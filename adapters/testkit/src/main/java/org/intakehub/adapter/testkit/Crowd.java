package org.intakehub.adapter.testkit;

import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Many threads that do the same at the same time, until all are done or one of them failed. */
final class Crowd {
    private static final int THREADS = 8;
    private static final int TURNS = 60;
    private static final int SECONDS = 60;

    private Crowd() {}

    static void run(IntConsumer turn) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CyclicBarrier(THREADS);
            var done = new ArrayList<Future<?>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var first = thread;
                done.add(threads.submit(() -> {
                    start.await();
                    for (var i = 0; i < TURNS; i++) {
                        turn.accept(first + i);
                    }
                    return null;
                }));
            }
            for (var thread : done) {
                thread.get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw new AssertionError("fails when many threads use the adapter at once", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("many threads block each other", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
