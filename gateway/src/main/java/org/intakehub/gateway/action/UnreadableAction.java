package org.intakehub.gateway.action;

import java.util.Optional;

/** A message that asks for nothing the hub knows; its text quotes nothing of the message. */
final class UnreadableAction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    UnreadableAction(String id, String reason) {
        super(reason, null, false, false);
        this.id = id;
    }

    /** The message's id, if as much could be read. */
    Optional<String> id() {
        return Optional.of(id).filter(known -> !known.isEmpty());
    }
}
