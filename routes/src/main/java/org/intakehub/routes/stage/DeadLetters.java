package org.intakehub.routes.stage;

/** Properties that a dead letter bears on the queue {@link Queues#DEAD}. */
public final class DeadLetters {
    /** The queue on which it failed, and to which a replay sends it. */
    public static final String QUEUE = "deadQueue";
    /** The receipt's or case's id. */
    public static final String SUBJECT = "deadSubject";
    /** Type and place of the fault. */
    public static final String REASON = "deadReason";

    private DeadLetters() {}
}
