package org.intakehub.core.classification;

import java.util.Optional;

/** What the name of a place stands for: a division, or a community in it. */
public record Spot(Division division, Optional<Community> community) {
    /** The division as a whole. */
    public static Spot of(Division division) {
        return new Spot(division, Optional.empty());
    }
}
