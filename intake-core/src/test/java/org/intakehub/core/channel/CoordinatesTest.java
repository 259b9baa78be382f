package org.intakehub.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.BiConsumer;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinatesTest {
    private static final double METRE = 1e-5;
    private static final int PLACES = 20_000;

    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void agreesWithTheValuesThatEviltransformPublishes(double x, double y, double gcjX, double gcjY) {
        var there = MapOffset.toGcj02(x, y);
        assertThat(there.longitude()).isCloseTo(gcjX, within(1e-10));
        assertThat(there.latitude()).isCloseTo(gcjY, within(1e-10));
        near(new Coordinates(gcjX, gcjY, ReferenceSystem.GCJ02).toWgs84(), x, y, 2e-9);
    }

    @Test
    void takesTheOffsetAwayAnywhereInChina() {
        anywhere((x, y) -> {
            var there = MapOffset.toGcj02(x, y);
            assertThat(Math.hypot(there.longitude() - x, there.latitude() - y)).isLessThan(0.02);
            near(there.toWgs84(), x, y, 1e-8);
        });
    }

    @Test
    void neighboursStayNeighbours() {
        anywhere((x, y) -> {
            var here = new Coordinates(x, y, ReferenceSystem.GCJ02).toWgs84();
            var there = new Coordinates(x + METRE, y, ReferenceSystem.GCJ02).toWgs84();
            assertThat(Math.hypot(there.longitude() - here.longitude(), there.latitude() - here.latitude()))
                    .isBetween(METRE * 0.9, METRE * 1.1);
        });
    }

    @ParameterizedTest
    @EnumSource(ReferenceSystem.class)
    void whatIsInWgs84StaysWhereItIs(ReferenceSystem system) {
        anywhere((x, y) -> {
            var once = new Coordinates(x, y, system).toWgs84();
            assertThat(once.system()).isEqualTo(ReferenceSystem.WGS84);
            assertThat(once.toWgs84()).isEqualTo(once);
        });
    }

    @Test
    void placesAbroadCarryNoOffset() {
        near(new Coordinates(2.35, 48.85, ReferenceSystem.GCJ02).toWgs84(), 2.35, 48.85, 0);
        near(new Coordinates(-70, -33, ReferenceSystem.GCJ02).toWgs84(), -70, -33, 0);
    }

    @Test
    void takesBaidusSecondOffsetAwayToo() {
        anywhere((x, y) -> {
            var gcj = MapOffset.toGcj02(x, y);
            near(baidu(gcj).toWgs84(), x, y, METRE);
        });
    }

    @Test
    void agreesWithTheExampleOfTheGuidanceNoteOnWebMercator() {
        // IOGP Guidance Note 7-2: 24°22'54.433"N, 100°20'00.000"W
        near(
                Coordinates.ofWebMercator(-11_169_055.58, 2_800_000.00, ReferenceSystem.WGS84),
                -(100 + 20 / 60.0),
                24 + 22 / 60.0 + 54.433 / 3600,
                1e-7);
    }

    @Test
    void findsThePlaceOfAProjectedPoint() {
        anywhere((x, y) -> {
            var easting = Math.toRadians(x) * 6_378_137;
            var northing = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(y) / 2)) * 6_378_137;
            near(Coordinates.ofWebMercator(easting, northing, ReferenceSystem.CGCS2000), x, y, 1e-9);
        });
    }

    @Test
    void refusesAPointOffTheMap() {
        assertThatThrownBy(() -> Coordinates.ofWebMercator(3e7, 0, ReferenceSystem.WGS84))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coordinates(Double.NaN, 0, ReferenceSystem.WGS84))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Coordinates baidu(Coordinates gcj) {
        var turn = Math.PI * 3000 / 180;
        var x = gcj.longitude();
        var y = gcj.latitude();
        var distance = Math.hypot(x, y) + 0.00002 * Math.sin(y * turn);
        var angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * turn);
        return new Coordinates(
                distance * Math.cos(angle) + 0.0065, distance * Math.sin(angle) + 0.006, ReferenceSystem.BD09);
    }

    /** Many places between the corners of China, the same ones each time. */
    private static void anywhere(BiConsumer<Double, Double> check) {
        var random = new Random(84);
        for (var i = 0; i < PLACES; i++) {
            check.accept(73.6 + random.nextDouble() * 61, 18 + random.nextDouble() * 35);
        }
    }

    private static void near(Coordinates place, double longitude, double latitude, double degrees) {
        assertThat(place.longitude()).isCloseTo(longitude, within(degrees));
        assertThat(place.latitude()).isCloseTo(latitude, within(degrees));
    }
}
