package org.intakehub.core.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HotSpotsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));

    private static Sighting of(int citizen, Duration ago) {
        return new Sighting(Set.of(citizen), NOW.minus(ago));
    }

    private static Optional<Surge> judge(List<Sighting> sightings) {
        return HotSpots.judge(sightings, NOW, LONG_AGO, 0);
    }

    @Test
    void threeCitizensInADayAreSuddenWhereNobodyEverComplained() {
        var surge = judge(List.of(of(1, Duration.ofHours(9)), of(2, Duration.ofHours(5)), of(3, Duration.ofHours(1))));
        assertThat(surge).hasValueSatisfying(found -> {
            assertThat(found.span()).isEqualTo(Span.DAY);
            assertThat(found.citizens()).isEqualTo(3);
        });
    }

    @Test
    void oneWhoWritesTenTimesIsNoHotSpot() {
        var sightings = new ArrayList<Sighting>();
        for (var hour = 1; hour <= 10; hour++) {
            sightings.add(of(1, Duration.ofHours(hour)));
        }
        assertThat(judge(sightings)).isEmpty();
    }

    @Test
    void allWhoGiveNoNameCountAsOne() {
        var nameless = new Sighting(Set.of(), NOW.minus(Duration.ofHours(2)));
        assertThat(judge(List.of(nameless, nameless, nameless, of(1, Duration.ofHours(1)))))
                .isEmpty();
    }

    @Test
    void whoIsKnownByTwoMarksIsStillOne() {
        var both = new Sighting(Set.of(1, 2), NOW.minus(Duration.ofHours(3)));
        assertThat(judge(List.of(of(1, Duration.ofHours(2)), of(2, Duration.ofHours(1)), both)))
                .isEmpty();
    }

    @Test
    void whatIsUsualAtAPlaceWarnsNobody() {
        var sightings = new ArrayList<Sighting>();
        for (var day = 0; day < 180; day++) {
            sightings.add(of(1000 + day, Duration.ofDays(day)));
            sightings.add(of(2000 + day, Duration.ofDays(day)));
        }
        sightings.add(of(1, Duration.ofHours(1)));
        sightings.add(of(2, Duration.ofHours(1)));
        assertThat(judge(sightings)).isEmpty();
        for (var citizen = 3; citizen <= 14; citizen++) {
            sightings.add(of(citizen, Duration.ofHours(1)));
        }
        assertThat(judge(sightings))
                .hasValueSatisfying(found -> assertThat(found.span()).isEqualTo(Span.DAY));
    }

    @Test
    void aPlaceWhereTroubleLastsIsSeenOverTheMonth() {
        assertThat(judge(List.of(
                        of(1, Duration.ofDays(29)),
                        of(2, Duration.ofDays(22)),
                        of(3, Duration.ofDays(15)),
                        of(4, Duration.ofDays(8)),
                        of(5, Duration.ofHours(1)))))
                .hasValueSatisfying(found -> assertThat(found.span()).isEqualTo(Span.MONTH));
    }

    @Test
    void whatPeopleSaidToBeUsualTeaches() {
        var sightings = List.of(of(1, Duration.ofHours(9)), of(2, Duration.ofHours(5)), of(3, Duration.ofHours(1)));
        assertThat(HotSpots.judge(sightings, NOW, LONG_AGO, 3)).isEmpty();
    }

    @Test
    void theChanceIsThatOfPoisson() {
        assertThat(HotSpots.chance(0, 2)).isEqualTo(1);
        assertThat(HotSpots.chance(1, 0.1)).isEqualTo(1 - Math.exp(-0.1), within(1e-12));
        assertThat(HotSpots.chance(3, 0.01)).isEqualTo(1.6542e-7, within(1e-10));
    }
}
