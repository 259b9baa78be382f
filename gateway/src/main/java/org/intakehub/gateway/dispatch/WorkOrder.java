package org.intakehub.gateway.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a unit gets to see of a case: the matter, and the citizen only if nothing speaks for secrecy.
 *
 * @param seq place in the unit's order of dispatch, for paging
 * @param revision to be given with the unit's first step
 * @param isConfidential the citizen is withheld
 */
public record WorkOrder(
        UUID id,
        long seq,
        String caseNumber,
        String unit,
        String role,
        String state,
        int revision,
        Instant dispatchedAt,
        String title,
        String description,
        Optional<String> address,
        Optional<String> division,
        Optional<String> category,
        Optional<String> appealType,
        String urgency,
        boolean isThreat,
        boolean isConfidential,
        Optional<String> citizenName,
        List<String> citizenPhones) {
    public WorkOrder {
        citizenPhones = List.copyOf(citizenPhones);
    }

    @Override
    public String toString() {
        return "WorkOrder[" + id + ", " + unit + ", " + role + "]";
    }
}
