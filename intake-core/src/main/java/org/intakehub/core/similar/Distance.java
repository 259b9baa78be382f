package org.intakehub.core.similar;

import org.intakehub.core.channel.Coordinates;

/** Distance between two points of a city. */
final class Distance {
    private static final double METRES_PER_DEGREE = 111_320;

    private Distance() {}

    /** In metres, whatever the reference systems; good to a per cent. */
    static double metres(Coordinates first, Coordinates second) {
        var one = first.toWgs84();
        var other = second.toWgs84();
        double north = one.latitude() - other.latitude();
        double east = (one.longitude() - other.longitude())
                * Math.cos(Math.toRadians((one.latitude() + other.latitude()) / 2));
        return Math.hypot(north, east) * METRES_PER_DEGREE;
    }
}
