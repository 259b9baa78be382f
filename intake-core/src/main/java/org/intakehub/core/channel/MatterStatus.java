package org.intakehub.core.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a matter has come, as the world may know it: nothing of what the citizen said, and nothing of who he is.
 *
 * @param extra the field that the question named
 * @param dueAt when it is to be settled
 */
public record MatterStatus(
        String externalId,
        boolean isOpen,
        Optional<String> extra,
        Instant takenInAt,
        Instant updatedAt,
        Optional<Instant> dueAt) {}
