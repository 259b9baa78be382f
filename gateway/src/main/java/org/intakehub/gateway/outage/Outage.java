package org.intakehub.gateway.outage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.core.outage.OutageScope;
import org.jspecify.annotations.Nullable;

/**
 * Something that is cut off or closed.
 *
 * @param planned registered ahead; otherwise it happened
 * @param cause as citizens are told
 * @param unit code of the unit that answers for it
 * @param divisions nine-digit codes
 * @param places estates and roads that alone are concerned; empty: the divisions are concerned as a whole
 * @param endsAt when it is expected to be over
 * @param state OPEN, RESTORED, or CANCELLED before it began
 * @param alarmedAt when it was found to last longer than expected
 * @param cases how many cases it explains
 */
public record Outage(
        UUID id,
        long seq,
        int revision,
        OutageKind kind,
        boolean planned,
        String cause,
        String unit,
        List<String> divisions,
        List<String> places,
        Instant startsAt,
        Instant endsAt,
        String state,
        String registeredBy,
        Instant registeredAt,
        @Nullable Instant alarmedAt,
        @Nullable Instant restoredAt,
        long cases) {
    public Outage {
        divisions = List.copyOf(divisions);
        places = List.copyOf(places);
    }

    public boolean isOpen() {
        return state.equals("OPEN");
    }

    public boolean isOverrun() {
        return isOpen() && alarmedAt != null;
    }

    OutageScope scope() {
        return new OutageScope(kind, startsAt, Set.copyOf(divisions), places);
    }
}
