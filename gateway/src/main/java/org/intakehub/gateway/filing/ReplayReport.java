package org.intakehub.gateway.filing;

import java.util.List;

/**
 * What reading a raw message again changes.
 *
 * @param state what had become of it before
 * @param problem why it still cannot be read; empty if it can
 */
public record ReplayReport(String receiptId, String state, String problem, List<Change> changes) {
    public ReplayReport {
        changes = List.copyOf(changes);
    }

    /** Something differs, or what was filed before could not be read today. */
    public boolean isWorthALook() {
        return changesSomething() || (!problem.isEmpty() && state.equals("FILED"));
    }

    public boolean changesSomething() {
        return !changes.isEmpty();
    }

    /**
     * What would become of one message.
     *
     * @param isNew the message was not known; otherwise the fields that differ
     */
    public record Change(String key, boolean isNew, List<Field> fields) {}

    /** One field as it was and as it would be. */
    public record Field(String name, String before, String after) {}
}
