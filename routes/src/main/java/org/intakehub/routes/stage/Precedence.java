package org.intakehub.routes.stage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets receiving go first. A platform that calls waits seconds for its receipt, a received message has a minute until its dispatch (R4):
 * so while many calls are at the door, each stage rests a little before its next message. It never stands still.
 */
public final class Precedence {
    private static final int MANY = 8;
    private static final long LONGEST_NANOS = Duration.ofMillis(200).toNanos();
    private static final long GLANCE_NANOS = Duration.ofMillis(20).toNanos();

    private final AtomicInteger calls = new AtomicInteger();

    /** A call has come to the door. */
    public void begin() {
        calls.incrementAndGet();
    }

    /** It was answered. */
    public void end() {
        calls.decrementAndGet();
    }

    /** Returns at once unless many calls are at the door, and after a fifth of a second at the latest. */
    void giveWay() {
        var since = System.nanoTime();
        while (calls.get() > MANY && System.nanoTime() - since < LONGEST_NANOS) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
