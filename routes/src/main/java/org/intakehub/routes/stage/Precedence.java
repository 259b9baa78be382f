package org.intakehub.routes.stage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets receiving go first. A platform that calls waits seconds for its receipt, a received message has a minute until its dispatch (R4):
 * so while many calls are at the door, each stage rests a little before its next message, and while the road is full, what is done beside
 * it stands aside for longer. Nothing ever stands still.
 */
public final class Precedence {
    private static final int MANY = 8;
    private static final long LONGEST_NANOS = Duration.ofMillis(200).toNanos();
    private static final long GLANCE_NANOS = Duration.ofMillis(20).toNanos();

    /** So many messages in hand at once say that others wait behind them. */
    private static final int FULL = 4;

    private static final int CALM_GLANCES = 5;
    private static final long LONGEST_ASIDE_NANOS = Duration.ofSeconds(2).toNanos();

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inHand = new AtomicInteger();

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

    /** A message of the road is taken in hand. */
    public void takeUp() {
        inHand.incrementAndGet();
    }

    /** It was worked off. */
    public void layDown() {
        inHand.decrementAndGet();
    }

    /** For what is done beside the road, before each batch: returns when the road has been calm for a moment, and after two seconds at the latest. */
    public void standAside() {
        var since = System.nanoTime();
        for (int calm = 0; calm < CALM_GLANCES && System.nanoTime() - since < LONGEST_ASIDE_NANOS; ) {
            calm = inHand.get() < FULL && calls.get() <= MANY ? calm + 1 : 0;
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
