package org.intakehub.planted.routes;

/** A route that waits by sleeping. */
record WithSleep(long millis) {
    void await() throws InterruptedException {
        Thread.sleep(millis);
    }
}
