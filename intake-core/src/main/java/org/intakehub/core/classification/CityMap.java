package org.intakehub.core.classification;

import java.util.List;
import java.util.Optional;

/**
 * The city as a schematic: a grid that shows each division about where it lies, without a map server.
 *
 * @param tiles in the order of the file; none if the city has drawn no map
 */
public record CityMap(List<Tile> tiles) {
    /** The widest and the highest that a grid may be, in tiles. */
    public static final int MOST = 12;

    public CityMap {
        tiles = List.copyOf(tiles);
    }

    /**
     * A piece of the grid.
     *
     * @param division the code of the division that it shows; empty for a water or a neighbour, which only has a name
     * @param column from 1 at the west
     * @param row from 1 at the north
     * @param width in columns
     * @param height in rows
     */
    public record Tile(Optional<String> division, String name, int column, int row, int width, int height) {}
}
