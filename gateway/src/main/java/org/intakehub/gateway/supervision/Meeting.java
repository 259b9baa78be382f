package org.intakehub.gateway.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Several units met on one case.
 *
 * @param units codes of those who took part
 * @param agreed who does what until when
 * @param person who wrote it down
 */
public record Meeting(UUID id, Instant heldAt, String chair, List<String> units, String agreed, String person) {
    public Meeting {
        units = List.copyOf(units);
    }
}
