package org.intakehub.core.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.core.channel.PlaceHint;

/** Finds the division that a matter lies in: by the channel's code, else by the names in address, title, text and named unit. */
final class PlaceFinder {
    private static final int CODE_DIGITS = 9;
    private static final double IN_ADDRESS = 3;
    private static final double IN_TITLE = 2;

    /** A unit of a place is mostly named for what lies there. */
    private static final double IN_NAMED_UNIT = 0.5;

    private final Map<String, Division> divisionsByCode;
    private final TriggerIndex<Division> names;

    PlaceFinder(Vocabulary vocabulary, PhraseIds ids) {
        divisionsByCode = vocabulary.divisionsByCode();
        names = new TriggerIndex<>(vocabulary.places(), ids);
    }

    Optional<Found> find(PlaceHint hint, MatterReading matter) {
        return byCode(hint).or(() -> byName(matter));
    }

    private Optional<Found> byCode(PlaceHint hint) {
        return hint.divisionCode()
                .filter(code -> code.length() >= CODE_DIGITS)
                .map(code -> divisionsByCode.get(code.substring(0, CODE_DIGITS)))
                .map(division -> new Found(division, "division code"));
    }

    private Optional<Found> byName(MatterReading matter) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Trigger<Division> name :
                names.heardIn(matter.address(), matter.title(), matter.text(), matter.namedUnit())) {
            List<Span> inText = name.inText(matter);
            double emphasis = (name.in(matter.address(), matter).isEmpty() ? 0 : IN_ADDRESS)
                    + (name.in(matter.namedUnit(), matter).isEmpty() ? 0 : IN_NAMED_UNIT)
                    + (name.inTitle(matter).isEmpty() ? 0 : IN_TITLE)
                    + (inText.isEmpty() ? 0 : 1);
            if (emphasis > 0) {
                int position = inText.isEmpty() ? 0 : inText.get(0).begin();
                tallies.merge(name.target().code(), new Tally(name, emphasis * name.weight(), position), Tally::plus);
            }
        }
        return tallies.values().stream()
                .min(Comparator.comparingDouble(Tally::worth).reversed().thenComparingInt(Tally::position))
                .map(tally -> new Found(tally.name.target(), tally.name.pattern()));
    }

    /** @param reason the name of the city's list that decided */
    record Found(Division division, String reason) {}

    /** @param position where in the text the division is first named: of two named alike, the first counts */
    private record Tally(Trigger<Division> name, double worth, int position) {
        Tally plus(Tally other) {
            Trigger<Division> heavier = other.name.weight() > name.weight() ? other.name : name;
            return new Tally(heavier, worth + other.worth, Math.min(position, other.position));
        }
    }
}
