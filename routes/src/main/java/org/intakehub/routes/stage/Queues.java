package org.intakehub.routes.stage;

/** Names of the queues; each inner queue is named after the stage that reads it. */
public final class Queues {
    /** The intake journal: raw bytes wait here until they are filed. */
    public static final String RECEIVED = "intake.received";

    public static final String CLASSIFY = "intake.classify";
    public static final String DISPATCH = "intake.dispatch";
    public static final String REPLY = "intake.reply";
    /** What far ends are asked, other than to take a reply. */
    public static final String REQUEST = "intake.request";
    /** Letters to units: their work orders by mail. */
    public static final String LETTER = "intake.letter";

    /** Attachments that are only linked wait here to be fetched. */
    public static final String FETCH = "intake.fetch";
    /** Calls that were refused: facts only, never bodies. */
    public static final String REFUSED = "intake.refused";
    /** What failed four times, with its reason. */
    public static final String DEAD = "intake.dead";

    private static final String WORK_ORDERS = "workorders.";

    private Queues() {}

    /** The queue of one unit's work orders. */
    public static String workOrders(String unit) {
        return WORK_ORDERS + unit;
    }

    /** What the unit does with its work orders, told by message. */
    public static String actions(String unit) {
        return workOrders(unit) + ".actions";
    }

    /** What came of it, for the unit. */
    public static String outcomes(String unit) {
        return workOrders(unit) + ".outcomes";
    }
}
