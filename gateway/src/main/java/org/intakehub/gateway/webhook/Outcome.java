package org.intakehub.gateway.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one attempt.
 *
 * @param status what the endpoint answered; empty: it did not
 * @param fault why it did not, without a word of what was sent
 * @param restAtLeast how long the endpoint wants to be left alone
 */
record Outcome(Optional<Integer> status, String fault, int millis, Optional<Duration> restAtLeast) {
    private static final int GONE = 410;

    boolean isTaken() {
        return status.filter(code -> code / 100 == 2).isPresent();
    }

    /** The endpoint wants no more calls (Standard Webhooks). */
    boolean isGone() {
        return status.filter(code -> code == GONE).isPresent();
    }
}
