package org.intakehub.core.channel;

/** A position in degrees, together with the reference system it was measured in. */
public record Coordinates(double longitude, double latitude, ReferenceSystem system) {
    /** The systems that Chinese platforms send; a value without its system is worth nothing. */
    public enum ReferenceSystem {
        WGS84,
        GCJ02,
        BD09,
        CGCS2000
    }

    public Coordinates {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("a longitude lies within ±180 and a latitude within ±90 degrees");
        }
    }
}
