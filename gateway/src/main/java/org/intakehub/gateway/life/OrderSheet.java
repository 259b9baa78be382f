package org.intakehub.gateway.life;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.OrderStep;
import org.jspecify.annotations.Nullable;

/**
 * Where a work order stands, for whoever acts on it.
 *
 * @param revision to be given with the next step
 * @param possible the steps that begin here
 * @param urgings how often the unit was urged because of it
 */
public record OrderSheet(
        UUID id,
        UUID caseId,
        String caseNumber,
        String unit,
        String role,
        OrderState state,
        int revision,
        String title,
        String description,
        @Nullable String address,
        @Nullable String handler,
        Instant dispatchedAt,
        @Nullable Instant dueAt,
        Set<OrderStep> possible,
        List<Asked> requests,
        int urgings) {
    public OrderSheet {
        possible = Set.copyOf(possible);
        requests = List.copyOf(requests);
    }

    public boolean may(String step) {
        return possible.contains(OrderStep.valueOf(step));
    }

    /** Whether the case's clock stands still by leave. */
    public boolean isSuspended() {
        return requests.stream()
                .anyMatch(one -> one.kind().equals("SUSPENSION") && one.state().equals("APPROVED"));
    }

    /** A request and what was ruled. */
    public record Asked(
            UUID id,
            String kind,
            String state,
            String reason,
            @Nullable Integer days,
            boolean late,
            @Nullable String ruling,
            int revision) {}
}
