package org.intakehub.gateway.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a unit is told after it got its work order: ids, times and words of the house, and nothing of what a citizen said or is. */
public sealed interface UnitNews {
    /**
     * A clock of the case rings.
     *
     * @param workOrder if the clock is of the order and not of the whole case
     * @param clock its kind
     * @param percent how much of its time is over
     */
    record Warned(Optional<UUID> workOrder, String clock, int percent, Optional<Instant> dueAt) implements UnitNews {}

    /**
     * The work order is open again.
     *
     * @param revision to be given with the unit's next step
     * @param why REOPENED, or why the result was not good
     */
    record Reopened(UUID workOrder, int revision, String why, String reason) implements UnitNews {}

    /**
     * The centre ruled on what the unit asked for.
     *
     * @param request RETURN, EXTENSION or SUSPENSION
     */
    record Ruled(UUID workOrder, String request, boolean approved, String reason) implements UnitNews {}

    /**
     * The centre wants the unit to hurry.
     *
     * @param count how often it has said so
     * @param person who said it
     */
    record Urged(UUID workOrder, String reason, int count, String person) implements UnitNews {}

    /**
     * A leader's instruction.
     *
     * @param text in his words
     */
    record Instructed(UUID workOrder, String leader, String text) implements UnitNews {}

    /**
     * Something happened to an outage that the unit answers for, or that reaches it; the subject is the outage's id.
     *
     * @param what happened
     * @param unit that answers for it
     * @param detail what else belongs to what happened
     */
    record Outage(
            String what,
            String kind,
            boolean planned,
            String cause,
            String unit,
            List<String> divisions,
            List<String> places,
            Instant startsAt,
            Instant endsAt,
            Map<String, String> detail)
            implements UnitNews {
        public Outage {
            divisions = List.copyOf(divisions);
            places = List.copyOf(places);
            detail = Map.copyOf(detail);
        }
    }
}
