package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.classification.CityMap;
import org.intakehub.core.classification.Division;

/** Reads the schematic map; a city with divisions of its own and no map of its own has none. */
final class MapTable {
    private final List<CityMap.Tile> tiles = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final CityLists lists;

    MapTable(RuleSource source, Problems problems, CityLists lists) {
        this.lists = lists;
        if (!source.isBrought(RuleFile.DIVISIONS) || source.isOwn(RuleFile.MAP)) {
            source.rows(RuleFile.MAP, problems).forEach(this::tile);
        }
    }

    CityMap map() {
        return new CityMap(tiles);
    }

    private void tile(Row row) {
        Optional<String> place = row.text("place");
        Optional<Integer> column = row.whole("column", 1, CityMap.MOST);
        Optional<Integer> line = row.whole("row", 1, CityMap.MOST);
        Optional<Integer> width = row.whole("width", 1, CityMap.MOST);
        Optional<Integer> height = row.whole("height", 1, CityMap.MOST);
        if (place.isPresent() && column.isPresent() && line.isPresent() && width.isPresent() && height.isPresent()) {
            CityMap.Tile tile = named(place.get(), row, column.get(), line.get(), width.get(), height.get());
            if (tile.column() + tile.width() - 1 > CityMap.MOST || tile.row() + tile.height() - 1 > CityMap.MOST) {
                row.problem("the tile of " + place.get() + " reaches over the edge; expected at most " + CityMap.MOST
                        + " columns and rows");
            } else {
                take(tile, row);
                tiles.add(tile);
            }
        }
    }

    /** Digits are a code and have to be known; anything else is a name. */
    private CityMap.Tile named(String place, Row row, int column, int line, int width, int height) {
        boolean isCode = place.chars().allMatch(Character::isDigit);
        Optional<Division> division = isCode ? lists.divisions().referredTo(place, "place", row) : Optional.empty();
        return new CityMap.Tile(
                division.map(Division::code), division.map(Division::name).orElse(place), column, line, width, height);
    }

    private void take(CityMap.Tile tile, Row row) {
        for (int column = tile.column(); column < tile.column() + tile.width(); column++) {
            for (int line = tile.row(); line < tile.row() + tile.height(); line++) {
                if (!taken.add(column + " " + line)) {
                    row.problem("column " + column + " of row " + line + " is taken already; expected a free place");
                    return;
                }
            }
        }
    }
}
