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

    /** Radius of the sphere behind EPSG:3857, in metres. */
    private static final double MERCATOR_RADIUS = 6_378_137;

    public Coordinates {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("a longitude lies within ±180 and a latitude within ±90 degrees");
        }
    }

    /**
     * The position of a point of a web map that is given in metres (EPSG:3857, IOGP Guidance Note 7-2, "Popular Visualisation Pseudo
     * Mercator").
     *
     * @param system the system whose degrees were projected
     * @throws IllegalArgumentException if the point lies off the map
     */
    public static Coordinates ofWebMercator(double easting, double northing, ReferenceSystem system) {
        return new Coordinates(
                Math.toDegrees(easting / MERCATOR_RADIUS),
                Math.toDegrees(Math.atan(Math.sinh(northing / MERCATOR_RADIUS))),
                system);
    }

    /** The same place in WGS 84, good to a centimetre for GCJ-02 and CGCS 2000, and to a metre for BD-09. */
    public Coordinates toWgs84() {
        return switch (system) {
            case WGS84 -> this;
            // both follow the ITRF; they lie centimetres apart
            case CGCS2000 -> new Coordinates(longitude, latitude, ReferenceSystem.WGS84);
            case GCJ02 -> MapOffset.fromGcj02(longitude, latitude);
            case BD09 -> MapOffset.fromBd09(longitude, latitude);
        };
    }
}
