package org.intakehub.gateway.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.classification.Place;
import org.intakehub.core.dispatch.Assignment;
import org.intakehub.core.dispatch.Role;
import org.intakehub.core.rules.CityRules;

/**
 * What a set of rules makes of a matter that comes in now.
 *
 * @param names whose names the codes have
 */
record Decision(CityRules names, Classification classification, List<Assignment> assignments) {
    static Decision of(CityRules rules, Classifier classifier, Matter matter) {
        var classification = classifier.classify(matter);
        return new Decision(rules, classification, rules.dispatch().assign(classification));
    }

    /** What can be decided otherwise. */
    enum Aspect {
        CATEGORY(""),
        LEAD(""),
        ASSIST(""),
        SUPERVISE(""),
        PLACE(""),
        THREAT("rules.word"),
        URGENCY("urgency"),
        TYPE("type"),
        CONFIDENTIALITY("confidentiality"),
        /** Whether the matter goes on by itself or waits for a person. */
        SURE("rules.word");

        private final String group;

        Aspect(String group) {
            this.group = group;
        }

        /** The group of texts in which a page finds the values; empty if they are names. */
        public String group() {
            return group;
        }
    }

    /**
     * One thing that is decided otherwise.
     *
     * @param before code and name, or a word; empty for nothing
     */
    record Shift(Aspect aspect, String before, String after) {}

    /** What another set of rules decides otherwise; nothing if all is the same. */
    List<Shift> shiftsTo(Decision other) {
        var shifts = new ArrayList<Shift>();
        for (var aspect : Aspect.values()) {
            var before = value(aspect);
            var after = other.value(aspect);
            if (!before.equals(after)) {
                shifts.add(new Shift(aspect, before, after));
            }
        }
        return shifts;
    }

    /** The code of the category that is right in a person's eyes, too. */
    boolean agreesWith(String category) {
        return classification
                .category()
                .map(CategoryCode::value)
                .filter(category::equals)
                .isPresent();
    }

    private String value(Aspect aspect) {
        return switch (aspect) {
            case CATEGORY -> classification.category().map(this::named).orElse("");
            case LEAD -> units(Role.LEAD);
            case ASSIST -> units(Role.ASSIST);
            case SUPERVISE -> units(Role.SUPERVISE);
            case PLACE -> classification.place().map(Decision::named).orElse("");
            case THREAT -> classification.threat() ? "YES" : "NO";
            case URGENCY -> classification.urgency().name();
            case TYPE -> classification.appealType().name();
            case CONFIDENTIALITY -> classification.confidentiality().name();
            case SURE -> waits() ? "NO" : "YES";
        };
    }

    /** Without a lead nobody gets it either. */
    private boolean waits() {
        return !classification.sure() || assignments.stream().noneMatch(one -> one.role() == Role.LEAD);
    }

    private String named(CategoryCode code) {
        return names.category(code).map(one -> code + " " + one.name()).orElse(code.value());
    }

    private static String named(Place place) {
        return place.community()
                .map(community -> place.division().name() + " " + community.name())
                .orElse(place.division().name());
    }

    private String units(Role role) {
        return assignments.stream()
                .filter(one -> one.role() == role)
                .map(one -> one.unit().name())
                .sorted()
                .collect(Collectors.joining("、"));
    }
}
