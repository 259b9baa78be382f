package org.intakehub.core.channel;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import org.intakehub.core.channel.Coordinates.ReferenceSystem;

/**
 * Takes the offset of Chinese maps away. GCJ-02 was never published; the formula, on the ellipsoid of Krasovsky 1940, is the one that the
 * open library eviltransform and many others use since 2010. It is inverted by iteration.
 */
final class MapOffset {
    private static final double AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BAIDU_TURN = PI * 3000 / 180;

    /** A tenth of a millimetre. */
    private static final double CLOSE_ENOUGH = 1e-9;

    private static final int MOST_ROUNDS = 30;

    private MapOffset() {}

    static Coordinates fromGcj02(double longitude, double latitude) {
        var x = longitude;
        var y = latitude;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var guess = toGcj02(x, y);
            var offX = longitude - guess.longitude();
            var offY = latitude - guess.latitude();
            if (abs(offX) < CLOSE_ENOUGH && abs(offY) < CLOSE_ENOUGH) {
                break;
            }
            x += offX;
            y += offY;
        }
        return new Coordinates(x, y, ReferenceSystem.WGS84);
    }

    static Coordinates fromBd09(double longitude, double latitude) {
        var x = longitude - 0.0065;
        var y = latitude - 0.006;
        var distance = hypot(x, y) - 0.00002 * sin(y * BAIDU_TURN);
        var angle = atan2(y, x) - 0.000003 * cos(x * BAIDU_TURN);
        return fromGcj02(distance * cos(angle), distance * sin(angle));
    }

    static Coordinates toGcj02(double longitude, double latitude) {
        if (isAbroad(longitude, latitude)) {
            return new Coordinates(longitude, latitude, ReferenceSystem.GCJ02);
        }
        var angle = Math.toRadians(latitude);
        var curve = 1 - ECCENTRICITY_SQUARED * sin(angle) * sin(angle);
        var east = eastward(longitude - 105, latitude - 35) / (AXIS / sqrt(curve) * cos(angle));
        var north =
                northward(longitude - 105, latitude - 35) / (AXIS * (1 - ECCENTRICITY_SQUARED) / (curve * sqrt(curve)));
        return new Coordinates(
                longitude + Math.toDegrees(east), latitude + Math.toDegrees(north), ReferenceSystem.GCJ02);
    }

    /** Maps of places abroad carry no offset. */
    private static boolean isAbroad(double longitude, double latitude) {
        return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
    }

    private static double eastward(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + ripple(x)
                + (20 * sin(PI * x) + 40 * sin(PI * x / 3)) * 2 / 3
                + (150 * sin(PI * x / 12) + 300 * sin(PI * x / 30)) * 2 / 3;
    }

    private static double northward(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + ripple(x)
                + (20 * sin(PI * y) + 40 * sin(PI * y / 3)) * 2 / 3
                + (160 * sin(PI * y / 12) + 320 * sin(PI * y / 30)) * 2 / 3;
    }

    private static double ripple(double x) {
        return (20 * sin(6 * PI * x) + 20 * sin(2 * PI * x)) * 2 / 3;
    }
}
