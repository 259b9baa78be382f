package org.intakehub.gateway.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the centre looked at the place himself.
 *
 * @param solved whether he found the matter solved
 * @param position longitude and latitude, as he gave them
 * @param person who was there
 */
public record SiteVisit(
        UUID id,
        Instant visitedAt,
        boolean solved,
        String found,
        @Nullable String position,
        String person,
        List<Photo> photos) {
    public SiteVisit {
        photos = List.copyOf(photos);
    }

    /**
     * A photo that proves what was found.
     *
     * @param type what the bytes were found to be
     */
    public record Photo(UUID visitId, int place, String name, String type, long size) {}
}
