package org.intakehub.core.channel;

/** The far end said no and will say so again: a person has to look. */
public final class RemoteRejected extends IntakeException {
    public RemoteRejected(String reason) {
        super(reason);
    }
}
