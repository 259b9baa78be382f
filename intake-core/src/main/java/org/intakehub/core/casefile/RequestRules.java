package org.intakehub.core.casefile;

/** What units may ask for, and how much of it. */
public final class RequestRules {
    /** Working days that one extension may add. */
    public static final int LONGEST_EXTENSION = 15;

    /** Extensions of one work order. */
    public static final int MOST_EXTENSIONS = 2;

    private static final int LONGEST_REASON = 2_000;

    private RequestRules() {}

    /** A reason as it is kept; there has to be one. */
    public static String reason(String given) {
        String reason = given.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new ImpossibleStep(
                    Obstacle.INCOMPLETE, "a reason is needed, of at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    /** Refuses more than the rules allow. */
    public static void checkExtension(int days, int before) {
        if (days < 1 || days > LONGEST_EXTENSION) {
            throw new ImpossibleStep(
                    Obstacle.TOO_MUCH, "an extension adds 1 to " + LONGEST_EXTENSION + " working days");
        }
        if (before >= MOST_EXTENSIONS) {
            throw new ImpossibleStep(
                    Obstacle.TOO_MUCH, "a work order is extended at most " + MOST_EXTENSIONS + " times");
        }
    }
}
