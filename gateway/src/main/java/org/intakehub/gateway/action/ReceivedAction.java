package org.intakehub.gateway.action;

/**
 * An action as it came.
 *
 * @param id the message's own, by which a repetition is known
 * @param digest SHA-256 of the message's bytes in hexadecimal
 */
record ReceivedAction(String id, String digest, Action action) {
    @Override
    public String toString() {
        return "ReceivedAction[" + id + "]";
    }
}
