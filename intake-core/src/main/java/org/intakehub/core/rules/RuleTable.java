package org.intakehub.core.rules;

import java.util.List;
import java.util.Locale;

/**
 * The rows of a rule file for people to read; a text whose header is not that of the file has none.
 *
 * @param columns names of the columns
 */
public record RuleTable(List<String> columns, List<Line> lines) {
    public RuleTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * One row.
     *
     * @param number of the line in the file, from 1
     * @param cells one for each column
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        private boolean holds(String words) {
            return cells.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(words));
        }
    }

    public static RuleTable of(RuleFile file, String text) {
        return new RuleTable(
                file.columns(),
                new CsvText(file, text, new Problems())
                        .rows().stream()
                                .map(row -> new Line(
                                        row.line(),
                                        file.columns().stream().map(row::cell).toList()))
                                .toList());
    }

    /**
     * The first rows behind a line that hold the words in one of their cells.
     *
     * @param words in any case; empty: all rows
     * @param after number of a line
     */
    public List<Line> find(String words, int after, int most) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return lines.stream()
                .filter(line -> line.number() > after && line.holds(wanted))
                .limit(most)
                .toList();
    }
}
