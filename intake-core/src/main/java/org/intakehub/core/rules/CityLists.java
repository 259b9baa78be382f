package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.Category;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Division;
import org.intakehub.core.classification.Spot;
import org.intakehub.core.classification.Where;
import org.intakehub.core.classification.WordRule;
import org.intakehub.core.dispatch.Unit;
import org.intakehub.core.dispatch.UnitCode;

/** What the other files refer to: categories, divisions and units, with the names that citizens use for them. */
final class CityLists {
    private static final int DIVISION_DIGITS = 9;
    private static final List<String> ROADS = List.of("路", "东路", "西路", "南路", "北路", "中路", "大道", "大街", "巷");

    private final Register<Category> categories = new Register<>("category", RuleFile.CATEGORIES);
    private final Register<Division> divisions = new Register<>("division", RuleFile.DIVISIONS);
    private final Register<Unit> units = new Register<>("unit", RuleFile.UNITS);
    private final Map<String, Division> divisionsByCode = new HashMap<>();
    private final List<WordRule<Spot>> divisionNames = new ArrayList<>();
    private final List<WordRule<String>> unitNames = new ArrayList<>();

    CityLists(RuleSource source, Problems problems) {
        source.rows(RuleFile.CATEGORIES, problems).forEach(this::category);
        source.rows(RuleFile.DIVISIONS, problems).forEach(this::division);
        source.rows(RuleFile.UNITS, problems).forEach(this::unit);
    }

    Register<Category> categories() {
        return categories;
    }

    Register<Division> divisions() {
        return divisions;
    }

    Register<Unit> units() {
        return units;
    }

    /** The division for each code, today's and former. */
    Map<String, Division> divisionsByCode() {
        return divisionsByCode;
    }

    List<WordRule<Spot>> divisionNames() {
        return divisionNames;
    }

    List<WordRule<String>> unitNames() {
        return unitNames;
    }

    private void category(Row row) {
        String code = row.cell("code");
        Optional<String> name = row.text("name");
        Optional<String> parent = row.text("parent");
        if (!CategoryCode.isWellFormed(code)) {
            row.problem("code \"" + code + "\" is no category code; expected four digits, such as 0302");
        } else if (name.isPresent() && parent.isPresent()) {
            categories.add(code, new Category(new CategoryCode(code), name.get(), parent.get()), row);
        }
    }

    private void division(Row row) {
        String code = row.cell("code");
        Optional<String> name = row.text("name");
        Optional<AreaKind> area = row.choice("area", AreaKind.class);
        if (!isDivisionCode(code)) {
            row.problem("code \"" + code + "\" is no division code; expected nine digits, such as 340181102");
        } else if (name.isPresent() && area.isPresent()) {
            Division division = new Division(code, name.get(), area.get());
            divisions.add(code, division, row);
            divisionsByCode.put(code, division);
            row.list("former_codes").forEach(former -> divisionsByCode.put(former, division));
            divisionNames.add(named(Spot.of(division), name.get(), 3));
            row.list("aliases").forEach(alias -> divisionNames.add(alias(division, alias)));
        }
    }

    private void unit(Row row) {
        String code = row.cell("code");
        Optional<String> name = row.text("name");
        Optional<AreaKind> area = row.choice("area", AreaKind.class);
        Optional<String> division = Optional.of(row.cell("division")).filter(cell -> !cell.isEmpty());
        division.ifPresent(place -> divisions.referredTo(place, "division", row));
        if (!UnitCode.isWellFormed(code)) {
            row.problem("code \"" + code
                    + "\" is no unit code; expected lower-case letters, digits and hyphens, such as" + " zhujian");
        } else if (name.isPresent() && area.isPresent()) {
            units.add(code, new Unit(new UnitCode(code), name.get(), area.get(), division), row);
            unitNames.add(named(code, name.get(), 1));
            row.list("aliases").forEach(alias -> unitNames.add(named(code, alias, 1)));
        }
    }

    /** A road that is named after a place lies elsewhere, as a rule in the town that it sets out from. */
    private static WordRule<Spot> alias(Division division, String alias) {
        return new WordRule<>(
                Spot.of(division),
                alias,
                2,
                Where.BOTH,
                ROADS.stream().map(road -> alias + road).toList());
    }

    private static <T> WordRule<T> named(T target, String name, double weight) {
        return new WordRule<>(target, name, weight, Where.BOTH, List.of());
    }

    private static boolean isDivisionCode(String code) {
        return code.length() == DIVISION_DIGITS && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
