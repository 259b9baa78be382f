package org.intakehub.routes.reply;

/** The connection broke after the far end may already have taken the message. */
final class DeliveryUncertain extends RuntimeException {
    DeliveryUncertain(String reason, Throwable cause) {
        super(reason, cause);
    }
}
