package org.intakehub.core.channel;

/** The bytes can never be read: the message goes to quarantine, where a person sees the reason. */
public final class MalformedMessage extends IntakeException {
    public MalformedMessage(String reason) {
        super(reason);
    }

    /** The cause is kept for its type and place; see that its message quotes no content. */
    public MalformedMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
