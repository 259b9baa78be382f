package org.intakehub.core.classification;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.core.channel.PlaceHint;

/** Finds where a matter lies: by the channel's code, else by the names in address, title, text and named unit. */
final class PlaceFinder {
    private static final int DIVISION_DIGITS = 9;
    private static final double IN_ADDRESS = 3;
    private static final double IN_TITLE = 2;

    /** A unit of a place is mostly named for what lies there. */
    private static final double IN_NAMED_UNIT = 0.5;

    /** A place of weight 1, named once, is as likely as not said in passing. */
    private static final double DOUBT = 1;

    private final Map<String, Division> divisionsByCode;
    private final Map<String, Community> communitiesByCode;
    private final TriggerIndex<Spot> names;

    PlaceFinder(Vocabulary vocabulary, PhraseIds ids) {
        divisionsByCode = vocabulary.divisionsByCode();
        communitiesByCode = vocabulary.communitiesByCode();
        names = new TriggerIndex<>(vocabulary.places(), ids);
    }

    Optional<Found> find(PlaceHint hint, MatterReading matter) {
        return byCode(hint).or(() -> byName(matter));
    }

    private Optional<Found> byCode(PlaceHint hint) {
        return hint.divisionCode()
                .filter(code -> code.length() >= DIVISION_DIGITS)
                .flatMap(code -> Optional.ofNullable(divisionsByCode.get(code.substring(0, DIVISION_DIGITS)))
                        .map(division -> new Place(division, Optional.ofNullable(communitiesByCode.get(code)), 1)))
                .map(place -> new Found(place, "division code"));
    }

    private Optional<Found> byName(MatterReading matter) {
        Map<String, Tally> divisions = new TreeMap<>();
        Map<String, Tally> communities = new TreeMap<>();
        for (Trigger<Spot> name : names.heardIn(matter.address(), matter.title(), matter.text(), matter.namedUnit())) {
            List<Span> inText = name.inText(matter);
            double emphasis = (name.in(matter.address(), matter).isEmpty() ? 0 : IN_ADDRESS)
                    + (name.in(matter.namedUnit(), matter).isEmpty() ? 0 : IN_NAMED_UNIT)
                    + (name.inTitle(matter).isEmpty() ? 0 : IN_TITLE)
                    + (inText.isEmpty() ? 0 : 1);
            if (emphasis > 0) {
                int position = inText.isEmpty() ? 0 : inText.get(0).begin();
                Tally tally = new Tally(name, emphasis * name.weight(), position);
                divisions.merge(name.target().division().code(), tally, Tally::plus);
                name.target()
                        .community()
                        .ifPresent(community -> communities.merge(community.code(), tally, Tally::plus));
            }
        }
        double all = divisions.values().stream().mapToDouble(Tally::worth).sum();
        return best(divisions.values()).map(tally -> {
            Division division = tally.name.target().division();
            Optional<Community> community = best(communities.values().stream()
                            .filter(one -> one.name.target().division().equals(division))
                            .toList())
                    .flatMap(one -> one.name.target().community());
            return new Found(new Place(division, community, tally.worth / (all + DOUBT)), tally.name.pattern());
        });
    }

    private static Optional<Tally> best(Collection<Tally> tallies) {
        return tallies.stream()
                .min(Comparator.comparingDouble(Tally::worth).reversed().thenComparingInt(Tally::position));
    }

    /** @param reason the name of the city's list that decided */
    record Found(Place place, String reason) {}

    /** @param position where in the text it is first named: of two named alike, the first counts */
    private record Tally(Trigger<Spot> name, double worth, int position) {
        Tally plus(Tally other) {
            Trigger<Spot> heavier = other.name.weight() > name.weight() ? other.name : name;
            return new Tally(heavier, worth + other.worth, Math.min(position, other.position));
        }
    }
}
