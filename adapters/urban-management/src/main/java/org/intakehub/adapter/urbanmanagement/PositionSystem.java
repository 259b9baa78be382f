package org.intakehub.adapter.urbanmanagement;

import java.util.Optional;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;

/** How a site gives positions: degrees of a reference system, metres on a web map, or metres of a grid that only the city knows. */
public enum PositionSystem {
    WGS84,
    GCJ02,
    BD09,
    CGCS2000,
    MERCATOR,
    LOCAL;

    /** The position; empty if it cannot be one in this system. */
    Optional<Coordinates> position(double x, double y) {
        try {
            return switch (this) {
                case WGS84 -> Optional.of(new Coordinates(x, y, ReferenceSystem.WGS84));
                case GCJ02 -> Optional.of(new Coordinates(x, y, ReferenceSystem.GCJ02));
                case BD09 -> Optional.of(new Coordinates(x, y, ReferenceSystem.BD09));
                case CGCS2000 -> Optional.of(new Coordinates(x, y, ReferenceSystem.CGCS2000));
                // a web map projects WGS 84; CGCS 2000 differs from it by centimetres
                case MERCATOR -> Optional.of(Coordinates.ofWebMercator(x, y, ReferenceSystem.WGS84));
                case LOCAL -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
