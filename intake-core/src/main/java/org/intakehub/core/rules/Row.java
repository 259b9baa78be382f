package org.intakehub.core.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One line of a file; a cell that cannot be used becomes a problem and an empty answer. */
final class Row {
    private final String file;
    private final int line;
    private final Map<String, String> cells;
    private final Problems problems;

    Row(String file, int line, Map<String, String> cells, Problems problems) {
        this.file = file;
        this.line = line;
        this.cells = Map.copyOf(cells);
        this.problems = problems;
    }

    int line() {
        return line;
    }

    /** Names the row to people. */
    String label() {
        return file + ":" + line;
    }

    String cell(String column) {
        return Objects.requireNonNull(cells.get(column));
    }

    /** @param what begins with the name of the column that it is about, if it is about one */
    void problem(String what) {
        problem(
                cells.keySet().stream()
                        .filter(column -> what.startsWith(column + " "))
                        .findFirst()
                        .orElse(""),
                what);
    }

    /** The same where another word begins the sentence. */
    void problem(String column, String what) {
        problems.add(file, line, column, what);
    }

    /** A cell that may not be empty. */
    Optional<String> text(String column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            problem(column + " is empty; expected a value");
            return Optional.empty();
        }
        return Optional.of(cell);
    }

    /** The parts of a cell, separated by {@code |}. */
    List<String> list(String column) {
        return Arrays.stream(cell(column).split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A number that is not zero, at most 100 either way. */
    Optional<Double> weight(String column) {
        try {
            double weight = Double.parseDouble(cell(column));
            if (weight != 0 && Math.abs(weight) <= 100) {
                return Optional.of(weight);
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a number out of range.
        }
        problem(column + " \"" + cell(column) + "\" is not a number between -100 and 100 other than 0");
        return Optional.empty();
    }

    /** A whole number within bounds, both included. */
    Optional<Integer> whole(String column, int lowest, int highest) {
        String cell = cell(column);
        if (cell.matches("[0-9]{1,9}") && Integer.parseInt(cell) >= lowest && Integer.parseInt(cell) <= highest) {
            return Optional.of(Integer.parseInt(cell));
        }
        problem(column + " \"" + cell + "\" is not a whole number from " + lowest + " to " + highest);
        return Optional.empty();
    }

    /** One of the constants, in either case. */
    <E extends Enum<E>> Optional<E> choice(String column, Class<E> type) {
        String wanted = cell(column).toUpperCase(Locale.ROOT);
        Optional<E> choice = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst();
        if (choice.isEmpty()) {
            problem(column + " \"" + cell(column) + "\" is unknown; expected one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                    .toList()));
        }
        return choice;
    }
}
