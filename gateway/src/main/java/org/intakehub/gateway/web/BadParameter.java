package org.intakehub.gateway.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A parameter of a call that cannot be understood; the message names it and says what it should be. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class BadParameter extends RuntimeException {
    public BadParameter(String message) {
        super(message);
    }
}
