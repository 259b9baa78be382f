package org.intakehub.adapter.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Gives other threads a moment to come between two steps that belong together. */
final class Race {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private Race() {}

    /** Returns when the condition no longer holds, after a millisecond at the latest. */
    static void invite(BooleanSupplier undisturbed) {
        var end = System.nanoTime() + MOMENT.toNanos();
        while (undisturbed.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
