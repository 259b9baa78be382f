package org.intakehub.gateway.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Veil;

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

    /** The same for a reader from whom something of the citizen is covered or masked. */
    public WorkOrder seenThrough(Veil veil) {
        return new WorkOrder(
                id,
                seq,
                caseNumber,
                unit,
                role,
                state,
                revision,
                dispatchedAt,
                veil.text(title),
                veil.text(description),
                address.map(veil::text),
                division,
                category,
                appealType,
                urgency,
                isThreat,
                isConfidential,
                citizenName,
                veil.contacts(citizenPhones));
    }

    @Override
    public String toString() {
        return "WorkOrder[" + id + ", " + unit + ", " + role + "]";
    }
}
