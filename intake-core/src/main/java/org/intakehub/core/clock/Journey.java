package org.intakehub.core.clock;

import org.intakehub.core.classification.AreaKind;

/** Which way a unit has to the place (R6). */
public enum Journey {
    URBAN,
    TOWNSHIP,
    /** A unit of the city goes to a township. */
    CITY_TO_TOWNSHIP,
    UNKNOWN;

    /**
     * The way from a unit to a place.
     *
     * @param home where the unit sets out from
     */
    public static Journey of(AreaKind place, AreaKind home) {
        return switch (place) {
            case URBAN -> URBAN;
            case TOWNSHIP -> home == AreaKind.URBAN ? CITY_TO_TOWNSHIP : TOWNSHIP;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
