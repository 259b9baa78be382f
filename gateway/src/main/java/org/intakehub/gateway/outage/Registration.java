package org.intakehub.gateway.outage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.core.rules.CityRules;

/**
 * What is written down of an outage; the same fields as in {@link Outage}.
 *
 * @param id from the form, so that one that is sent twice is one outage
 */
public record Registration(
        UUID id,
        OutageKind kind,
        boolean planned,
        String cause,
        String unit,
        List<String> divisions,
        List<String> places,
        Instant startsAt,
        Instant endsAt) {
    private static final int MOST_PLACES = 50;
    private static final int SHORTEST_PLACE = 2;
    private static final int LONGEST_PLACE = 40;

    public Registration {
        cause = RequestRules.reason(cause);
        divisions = List.copyOf(divisions);
        places = places.stream()
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
        demand(startsAt.isBefore(endsAt), "an outage ends after it begins");
        demand(!divisions.isEmpty() || !places.isEmpty(), "an outage names divisions, or estates and roads");
        demand(places.size() <= MOST_PLACES, "an outage names at most " + MOST_PLACES + " estates and roads");
        demand(
                places.stream().allMatch(place -> place.length() >= SHORTEST_PLACE && place.length() <= LONGEST_PLACE),
                "the name of an estate or road has " + SHORTEST_PLACE + " to " + LONGEST_PLACE + " characters");
    }

    /** Refuses units and divisions that the city does not have. */
    void check(CityRules rules) {
        demand(
                UnitCode.isWellFormed(unit) && rules.unit(new UnitCode(unit)).isPresent(),
                "the unit is none of the city's");
        demand(
                divisions.stream().allMatch(code -> rules.division(code).isPresent()),
                "a division is none of the city's");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new ImpossibleStep(Obstacle.INCOMPLETE, otherwise);
        }
    }
}
