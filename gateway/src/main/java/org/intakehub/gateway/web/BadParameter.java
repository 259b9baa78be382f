package org.intakehub.gateway.web;

/** A parameter of a call that cannot be understood; the message names it and says what it should be. */
public final class BadParameter extends RuntimeException {
    public BadParameter(String message) {
        super(message);
    }
}
