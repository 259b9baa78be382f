package org.intakehub.core.channel;

/** A failure whose type says what to do next; its message never holds a citizen's words or a secret. */
public abstract sealed class IntakeException extends RuntimeException
        permits MalformedMessage, RemoteUnavailable, RemoteRejected {

    IntakeException(String reason) {
        super(reason);
    }

    IntakeException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
