package org.intakehub.routes.stage;

/** Tells a fault that will pass by itself (a database that is down) from one that comes back with the same message. */
@FunctionalInterface
public interface Faults {
    boolean isPassing(Throwable fault);
}
