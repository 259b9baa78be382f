package org.intakehub.routes.stage;

/** Rolls the JMS session back, so that the broker delivers the message again later; carries no content. */
final class StageFailed extends RuntimeException {
    StageFailed(String stage, Throwable fault) {
        super("stage " + stage + " failed: " + fault.getClass().getSimpleName(), null, false, false);
    }
}
