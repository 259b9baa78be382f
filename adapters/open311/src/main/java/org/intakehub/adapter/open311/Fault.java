package org.intakehub.adapter.open311;

import org.intakehub.core.channel.Outcome.Reason;

/**
 * Why a call is not taken in.
 *
 * @param reason the hub's own word for it
 * @param status the HTTP status by which the standard tells it
 */
record Fault(Reason reason, int status, String description) {
    static Fault missing(String what) {
        return new Fault(Reason.UNREADABLE, 400, what + " is missing");
    }

    static Fault wrong(String sentence) {
        return new Fault(Reason.UNREADABLE, 400, sentence);
    }

    static Fault unknown(String what) {
        return new Fault(Reason.UNKNOWN_ADDRESS, 404, what + " was not found");
    }
}
