package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.classification.CityMap;
import org.intakehub.core.rules.CityRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's schematic with figures on it; without a drawn one the divisions stand in the order of the rules. Templates call it {@code @cityMap}. */
@Component("cityMap")
class DrawnMap {
    private static final int SHADES = 5;

    private final CityRules rules;

    DrawnMap(CityRules rules) {
        this.rules = rules;
    }

    /**
     * A tile as it is drawn.
     *
     * @param division its code; null for what only has a name
     * @param shade 0 for nothing, up to 5 for the most of all
     * @param place the classes of the style sheet that put it in its place; empty without a drawn map
     */
    public record Tile(@Nullable String division, String name, long cases, long shade, String place) {}

    public boolean isDrawn() {
        return !rules.map().tiles().isEmpty();
    }

    /** How many there are in each division; the more beside the others, the darker. */
    public List<Tile> of(Map<String, Long> cases) {
        var most = Math.max(
                1, cases.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return isDrawn()
                ? rules.map().tiles().stream()
                        .map(tile -> tile(tile.division(), tile.name(), cases, most, place(tile)))
                        .toList()
                : rules.divisions().stream()
                        .map(one -> tile(Optional.of(one.code()), one.name(), cases, most, ""))
                        .toList();
    }

    /** One division among the others. */
    public List<Tile> at(@Nullable String division) {
        return of(division == null ? Map.of() : Map.of(division, 1L));
    }

    private static Tile tile(Optional<String> division, String name, Map<String, Long> all, long most, String place) {
        var cases = division.map(code -> all.getOrDefault(code, 0L)).orElse(0L);
        return new Tile(division.orElse(null), name, cases, cases == 0 ? 0 : 1 + (SHADES - 1) * cases / most, place);
    }

    private static String place(CityMap.Tile tile) {
        return "col-at-%d row-at-%d wide-%d high-%d".formatted(tile.column(), tile.row(), tile.width(), tile.height());
    }
}
