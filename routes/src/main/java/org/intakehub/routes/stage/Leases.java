package org.intakehub.routes.stage;

import java.time.Duration;

/** Lets one node at a time do what only one may. */
@FunctionalInterface
public interface Leases {
    /**
     * Runs the work if no other node holds the lease; otherwise does nothing.
     *
     * @param atMost how long the lease holds if this node dies; half a minute at least, and prolonged while the work goes on
     * @return whether the work ran
     */
    boolean run(String name, Duration atMost, Runnable work);
}
